import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/errors";
import { ask } from "./ask";
import { leaseSandbox, type LeaseOptions } from "./lease";
import { type EdgeInfo } from "./protocol";
import { readRunInfo } from "./run-file";

/** What a cloud serves, for as long as it is not released and this process lives. */
export interface OpenEdge extends EdgeInfo {
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
  if (info) return { ...info, release: () => lease.release() };
  await lease.release();
  const found = "the sandbox ended before it served anything";
  throw new UserError([{ where: { file: home }, found, fix: "run the command again" }], 2);
}

/** Beside the bundle that runs, or where the build puts it when sources run. */
function installedDaemon(): string {
  const beside = join(__dirname, "sandbox.cjs");
  return existsSync(beside) ? beside : join(__dirname, "..", "..", "dist", "sandbox.cjs");
}
