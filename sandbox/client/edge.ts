import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/errors";
import { ask } from "./ask";
import { leaseSandbox, type LeaseOptions } from "./lease";
import { type Watched } from "../edge/watch/events";
import { type EdgeInfo } from "./protocol";
import { readRunInfo } from "./run-file";

/** What a cloud serves, for as long as it is not released and this process lives. */
export interface OpenEdge extends EdgeInfo {
  /**
   * Lets seconds pass for the health checks and alarms of a stack. Hosts are really asked; the time between is not waited
   * for. A long stretch is to be taken in pieces of 10 seconds, so that slow hosts keep nobody waiting.
   */
  watch(stack: string, seconds: number): Promise<Watched>;
  release(): Promise<void>;
}

/**
 * Starts what serves a cloud to visitors, and the cloud itself where it does not run. Throws `UserError` (2) when that
 * cannot be. `daemon` is the compiled `sandbox/daemon/main.ts`: that of this installation when left out.
 */
export async function openEdge(
  home: string,
  options: Partial<Omit<LeaseOptions, "home">> = {},
): Promise<OpenEdge> {
  const lease = await leaseSandbox({
    home,
    ...options,
    daemon: options.daemon ?? installedDaemon(),
  });
  const run = readRunInfo(home);
  const info = run && (await ask(run, { ask: "edge" }));
  if (info) return { ...info, watch: watching(home), release: () => lease.release() };
  await lease.release();
  throw ended(home);
}

function watching(home: string): OpenEdge["watch"] {
  return async (stack, seconds) => {
    const run = readRunInfo(home);
    const watched = run && (await ask(run, { ask: "watch", stack, seconds }));
    if (watched) return watched;
    throw ended(home);
  };
}

function ended(home: string): UserError {
  const found = "the sandbox ended while its hosts were asked";
  return new UserError([{ where: { file: home }, found, fix: "run the command again" }], 2);
}

/** Beside the bundle that runs, or where the build puts it when sources run. */
function installedDaemon(): string {
  const beside = join(__dirname, "sandbox.cjs");
  return existsSync(beside) ? beside : join(__dirname, "..", "..", "dist", "sandbox.cjs");
}
