import { buildSync } from "esbuild";
import { copyFileSync, mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { stopSandbox } from "../../../sandbox/client";
import { isRunning, type ProcessIdentity } from "../../../sandbox/client/process-identity";
import { readRunInfo } from "../../../sandbox/client/run-file";
import { newHome } from "../server/harness";

const project = resolve(__dirname, "../../..");

/** Compiled programs of one test file, in a folder of the project, so that they find its packages. */
export class Programs {
  readonly folder: string;

  constructor() {
    const base = join(project, ".groundwork", "test");
    mkdirSync(base, { recursive: true });
    this.folder = mkdtempSync(join(base, "sandbox-"));
  }

  build(source: string, name: string): string {
    const outfile = join(this.folder, name);
    const entryPoints = [resolve(project, source)];
    buildSync({
      entryPoints,
      outfile,
      bundle: true,
      platform: "node",
      packages: "external",
      logLevel: "error",
    });
    return outfile;
  }

  copy(program: string, name: string): string {
    const to = join(this.folder, name);
    copyFileSync(program, to);
    return to;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Folders of clouds; whatever still runs in them is stopped at the end. */
export class Homes {
  readonly #homes: string[] = [];

  make(): string {
    const home = newHome();
    this.#homes.push(home);
    return home;
  }

  async stopAll(): Promise<void> {
    for (const home of this.#homes.splice(0)) await stopSandbox(home, { force: true });
  }
}

export function daemonOf(home: string): ProcessIdentity {
  const run = readRunInfo(home);
  if (!run) throw new Error(`no sandbox runs in ${home}`);
  return { pid: run.pid, startTime: run.startTime };
}

export async function gone(daemon: ProcessIdentity): Promise<true> {
  while (isRunning(daemon)) await nextTurn();
  return true;
}
