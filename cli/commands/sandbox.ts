import type { DaemonStatus, LedgerObject } from "../../sandbox/client";
import {
  readLedger,
  sandboxStatus,
  startSandbox,
  stopSandbox,
  tamperWith,
} from "../../sandbox/client";
import { UserError } from "../../core/errors";
import { parseJson } from "../../core/json";
import { parseUrn, shortType } from "../../core/urn";
import { type Context, type ExitCode, bundle, cloudFolder } from "../context";
import { say } from "../view/say";
import { table } from "../view/table";

/** Starts the cloud and keeps it until it is stopped. */
export async function start(context: Context, { port }: { port?: number }): Promise<ExitCode> {
  const status = await startSandbox({
    home: cloudFolder(context),
    daemon: bundle(context, "sandbox"),
    basePort: port,
    onProgress: (message) => context.terminal.note(message),
  });
  say(context, statusText(status), { running: true, ...status });
  return 0;
}

export async function stop(context: Context, { force }: { force: boolean }): Promise<ExitCode> {
  const stopped = await stopSandbox(cloudFolder(context), { force });
  say(context, stopped ? "sandbox stopped; its ledger stays" : "sandbox was not running", {
    stopped,
  });
  return 0;
}

export async function status(context: Context): Promise<ExitCode> {
  const found = await sandboxStatus(cloudFolder(context));
  const objects = readLedger(cloudFolder(context)).objects.length;
  const idle = `sandbox is not running; its ledger holds ${objects} objects`;
  say(context, found ? statusText(found) : idle, { running: Boolean(found), objects, ...found });
  return 0;
}

/** What exists in the cloud, or with `log` every operation that made it so. */
export function ledger(
  context: Context,
  { stack, log }: { stack?: string; log: boolean },
): Promise<ExitCode> {
  const content = readLedger(cloudFolder(context), { stack });
  const rows = log
    ? content.log.map(({ time, op, ...record }) => [time, op, ...nameOf(record)])
    : content.objects.map((object) => [...nameOf(object), object.id]);
  const text = rows.length > 0 ? table(rows) : "the ledger is empty";
  const json = { objects: content.objects, ...(log ? { operations: content.log } : {}) };
  say(context, text, json);
  return Promise.resolve(0);
}

/** Changes or deletes an object behind the program's back, for `groundwork drift` to find. */
export async function tamper(
  context: Context,
  object: string,
  { assignments, gone }: { assignments: readonly string[]; gone: boolean },
): Promise<ExitCode> {
  const set = Object.fromEntries(assignments.map(assigned));
  if (!gone && assignments.length === 0) {
    const allowed = "one or more <property>=<value>, or --gone";
    throw new UserError([{ where: { path: object }, found: "nothing to change", allowed }]);
  }
  const changed = await tamperWith(cloudFolder(context), { object, set, gone });
  const what = gone ? "deleted" : `set ${Object.keys(set).join(", ")}`;
  say(context, `${what}: ${nameOf(changed).join(" ")}`, { object: changed.urn, set, gone });
  return 0;
}

/** `a.b=false` → `["a.b", false]`; what is no JSON is text. */
function assigned(text: string): [string, string | number | boolean | null] {
  const at = text.indexOf("=");
  if (at < 1) {
    const allowed = "<property>=<value>";
    throw new UserError([{ where: { path: text }, found: "no value to set", allowed }]);
  }
  const [property, given] = [text.slice(0, at), text.slice(at + 1)];
  return [property, (parseJson(given) ?? given) as string];
}

/** Which input types and value rules the cloud checks, and where it only updates in place. */
export async function coverage(context: Context): Promise<ExitCode> {
  const { coverage } = await import("../../sandbox/check");
  const packages = coverage();
  const rows = packages.flatMap(({ package: name, types }) =>
    types.map(({ type, valueRules, replaces, replacesKnown }) => [
      name,
      type,
      `${valueRules} value rules`,
      replacesKnown
        ? `${replaces.length} replace`
        : `${replaces.length} replace, the rest in place`,
    ]),
  );
  say(context, table(rows), { packages });
  return 0;
}

function statusText({ pid, ports, down, leases, stays, objects, faults }: DaemonStatus): string {
  const listens = Object.entries(ports).map(([name, port]) => `  ${name}  127.0.0.1:${port}`);
  const life = stays ? "until stopped" : `for ${leases} command${leases === 1 ? "" : "s"}`;
  return [
    `sandbox runs as process ${pid}, ${life}; ${objects} objects, ${faults.length} faults armed`,
    ...listens,
    ...down.map((name) => `  ${name} is down and starts again with the next command`),
  ].join("\n");
}

function nameOf({ stack, type, urn }: Pick<LedgerObject, "stack" | "type" | "urn">): string[] {
  return [stack, shortType(type), parseUrn(urn).name];
}
