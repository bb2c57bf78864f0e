import { groupBy } from "../../core/group";
import { byText } from "../../core/order";
import type { OperationRecord } from "../record";
import { changeLines, type ChangeLine, waiverLines } from "./changes";
import { type Changelog, type ChangelogEntry, type ChangelogKind, changelogKinds } from "./model";

/** What is asked of a stack's history. */
export interface ChangelogAsked {
  /** First moment that counts. */
  since?: Date | undefined;
  /** Records of the cloud of a machine in place of those of the real stack. */
  sandbox: boolean;
}

/** Operations that change what is served, or who may; every other one is `operations`. */
const words: Readonly<Record<string, { kind: ChangelogKind; done: string }>> = {
  up: { kind: "deployments", done: "deployed" },
  rollback: { kind: "deployments", done: "rolled back" },
  migrate: { kind: "deployments", done: "database migrated" },
  import: { kind: "configuration", done: "adopted into the state" },
  rotate: { kind: "security", done: "secrets rotated" },
};

/** They look and change nothing: without a finding their number is enough. */
const checks = /^(smoke|watch-release|drift|ops )/;

// Requirement: REL-17
/** A stack's history in words. Dry runs changed nothing and are left out, but for `drift`, which never changes anything. */
export function changelogOf(
  history: readonly OperationRecord[],
  { since, sandbox }: ChangelogAsked,
): Changelog {
  const real = history.filter(
    (one) => (one.sandbox ?? false) === sandbox && (!one.dryRun || one.operation === "drift"),
  );
  const shown = real.filter(({ at }) => since === undefined || Date.parse(at) >= since.getTime());
  const isQuiet = ({ operation, result, steps }: OperationRecord) =>
    checks.test(operation) && result === "done" && slowerIn(steps).length === 0;
  const quiet = groupBy(shown.filter(isQuiet), ({ operation }) => operation);
  const loud = shown.filter((one) => !isQuiet(one));
  return {
    entries: loud.flatMap((one) => entriesOf(one, real)).sort(newestFirst),
    quiet: [...quiet]
      .map(([operation, all]) => ({ operation, times: all.length }))
      .sort(byText(({ operation }) => operation)),
  };
}

function newestFirst(one: ChangelogEntry, other: ChangelogEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return changelogKinds.indexOf(one.kind) - changelogKinds.indexOf(other.kind);
}

/** What an operation was, and beside it what it changed of other kinds. */
function entriesOf(record: OperationRecord, all: readonly OperationRecord[]): ChangelogEntry[] {
  const { operation, result, steps } = record;
  const known = words[operation];
  const kind = known?.kind ?? "operations";
  const what = result === "done" ? (known?.done ?? operation) : operation;
  const lines = groupBy(linesOf(record, all), (line) => line.kind);
  const own = lines.get(kind) ?? [];
  const said = steps.map(({ name, said }) => `${name}: ${said}`);
  const others = [...lines].filter(([other]) => other !== kind);
  // What an update changed says more than the counts of its step.
  const told = record.changes?.length ? [] : said;
  return [
    entry(record, { kind, what, lines: [...told, ...own.map(({ text }) => text)] }),
    ...others.map(([other, some]) =>
      entry(record, {
        kind: other,
        what: `with ${operation}`,
        lines: some.map(({ text }) => text),
      }),
    ),
  ];
}

function linesOf(record: OperationRecord, all: readonly OperationRecord[]): ChangeLine[] {
  const { changes = [], waivers, steps } = record;
  const slower = slowerIn(steps).map((text): ChangeLine => ({ kind: "performance", text }));
  if (waivers === undefined || record.result !== "done")
    return [...changeLines(changes), ...slower];
  const earlier = all.slice(0, all.indexOf(record));
  const before = earlier.findLast((one) => one.waivers !== undefined && one.result === "done");
  return [...changeLines(changes), ...waiverLines(before?.waivers ?? [], waivers), ...slower];
}

/** What a comparison of response times found. */
function slowerIn(steps: OperationRecord["steps"]): string[] {
  return steps.filter(({ said }) => said.includes("slower than before")).map(({ said }) => said);
}

function entry(
  { at, stack, by, result, commit, digest }: OperationRecord,
  own: Pick<ChangelogEntry, "kind" | "what" | "lines">,
): ChangelogEntry {
  return {
    ...{ at, stack, result, by, ...own },
    ...(commit !== undefined && { commit }),
    ...(digest !== undefined && { digest }),
  };
}
