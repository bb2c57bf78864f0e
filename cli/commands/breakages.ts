import * as sandbox from "../../sandbox/client";
import { type Context, type ExitCode, cloudFolder } from "../context";
import { say } from "../view/say";

/** As written on the command line; the sandbox itself judges the words. */
export interface BreakFlags {
  kind: string;
  host: string;
  release?: string;
  header?: string;
  value?: string;
  delay?: number;
  days?: number;
}

/** Breaks what a host of the cloud serves, until it is mended. */
export async function breakHost(context: Context, flags: BreakFlags): Promise<ExitCode> {
  const { delay, host, ...rest } = flags;
  const breakage = {
    ...rest,
    host: host.toLowerCase(),
    ...(delay !== undefined && { delayMs: delay }),
  } as sandbox.Breakage;
  const broken = await sandbox.breakHost(cloudFolder(context), breakage);
  say(context, `broken: ${breakageText(broken)}`, { broken });
  return 0;
}

/** Mends what is broken at a host, or everything. */
export async function mend(context: Context, host: string | undefined): Promise<ExitCode> {
  const which = host === undefined ? {} : { host: host.toLowerCase() };
  const mended = await sandbox.mendHosts(cloudFolder(context), which);
  say(context, `mended ${mended}`, { mended });
  return 0;
}

export function listBreakages(context: Context): Promise<ExitCode> {
  const broken = sandbox.listBreakages(cloudFolder(context));
  say(context, broken.map(breakageText).join("\n") || "nothing is broken on purpose", { broken });
  return Promise.resolve(0);
}

function breakageText(breakage: sandbox.KnownBreakage): string {
  const { id, kind, host, release, header, value, delayMs, days } = breakage;
  const how = [
    header && (value === undefined ? `without ${header}` : `${header}: ${value}`),
    delayMs !== undefined && `${delayMs} ms late`,
    days !== undefined && `valid for ${days} days`,
    release && `while it serves ${release}`,
  ].filter(Boolean);
  return `${id}  ${[`${kind} of ${host}`, ...how].join(", ")}`;
}
