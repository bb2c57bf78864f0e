import { groupBy } from "../../core/group";
import { shortType } from "../../core/urn";
import type { OperationRecord } from "../record";
import type { ChangelogKind } from "./model";

type Change = NonNullable<OperationRecord["changes"]>[number];
type Waived = NonNullable<OperationRecord["waivers"]>[number];

/** A line of a record, and what it is about. */
export interface ChangeLine {
  kind: ChangelogKind;
  text: string;
}

/** Lines of one kind that are written out; the others are counted. */
const most = 40;

// Requirement: REL-17
/** What an update changed, in words: made and gone, inputs that differ, what that means for safety. */
export function changeLines(changes: readonly Change[]): ChangeLine[] {
  const lines = changes.flatMap((change) => [
    ...existence(change),
    ...secretMade(change),
    ...meanings(change),
    ...configuration(change),
  ]);
  return [...groupBy(lines, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const more = all.length - most;
    const rest = more > 0 ? [{ kind, text: `and ${more} more` }] : [];
    return [...all.slice(0, most), ...rest];
  });
}

const named = ({ name, type }: Change) => `${name} (${shortType(type)})`;

const verbs: Readonly<Record<string, string>> = {
  create: "made",
  replace: "made anew",
  delete: "deleted",
};

function existence(change: Change): ChangeLine[] {
  const { operation } = change;
  const failed = operation.endsWith(" failed");
  const verb = verbs[operation.replace(/ failed$/, "")];
  if (verb === undefined && !failed) return [];
  const text = failed ? `${operation}: ${named(change)}` : `${verb ?? operation}: ${named(change)}`;
  return [{ kind: "deployments", text }];
}

/** A generated value that is made again is a rotation. */
function secretMade(change: Change): ChangeLine[] {
  if (!change.type.startsWith("random:") || change.operation !== "replace") return [];
  return [{ kind: "security", text: `rotated: ${change.name}` }];
}

function meanings({ name, meaning }: Change): ChangeLine[] {
  return meaning.map(({ what, before, after, direction }) => {
    const kind = direction === "other" ? "configuration" : "security";
    const way = direction === "other" ? "" : `, ${direction}`;
    return { kind, text: `${name}: ${what} ${before} → ${after}${way}` };
  });
}

function configuration(change: Change): ChangeLine[] {
  const { operation, properties } = change;
  if (operation !== "update" || properties.length === 0) return [];
  return [{ kind: "configuration", text: `changed: ${named(change)}: ${properties.join(", ")}` }];
}

/** Which exceptions began and which ended since the update before. */
export function waiverLines(before: readonly Waived[], now: readonly Waived[]): ChangeLine[] {
  const key = ({ rule, target, expires }: Waived) => JSON.stringify([rule, target, expires]);
  const without = (some: readonly Waived[], others: readonly Waived[]) => {
    const known = new Set(others.map(key));
    return some.filter((one) => !known.has(key(one)));
  };
  const text = ({ rule, target, owner, expires }: Waived) =>
    `${rule} on ${target}, owner ${owner}, until ${expires}`;
  return [
    ...without(now, before).map((one) => `waiver began: ${text(one)}`),
    ...without(before, now).map((one) => `waiver ended: ${text(one)}`),
  ].map((line) => ({ kind: "security", text: line }));
}
