import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { UserError } from "../../core/errors";
import { homeFiles, unwritable } from "./home";
import { type StartReport } from "./protocol";

/** How a daemon is to run. */
export interface DaemonOptions {
  home: string;
  /** The compiled `sandbox/daemon/main.ts`. */
  daemon: string;
  /** First of consecutive ports, one a package; any free ports when absent. */
  basePort?: number;
  /** Stay without leases. */
  stay?: boolean;
  /** How long it waits for the next lease after the last one; default 3,000. */
  graceMs?: number;
}

/** Starts a daemon that outlives this process, and waits until it serves, or leaves the field to one that is there. */
export async function startDaemon(options: DaemonOptions): Promise<void> {
  const report = await spawnDaemon(options);
  if ("failure" in report) throw new UserError(report.failure.problems, report.failure.exitCode);
}

function spawnDaemon(options: DaemonOptions): Promise<StartReport> {
  const log = openLog(options.home);
  const child = spawn(process.execPath, [options.daemon, ...daemonArgs(options)], {
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
    env: withoutNodeOptions(process.env),
  });
  closeSync(log);
  return new Promise((resolve) => {
    const settle = (report: StartReport) => {
      child.removeAllListeners();
      if (child.connected) child.disconnect();
      child.unref();
      resolve(report);
    };
    child.once("message", (report) => settle(report as StartReport));
    child.once("error", (error) => settle(died(options, error.message)));
    child.once("exit", (code, signal) => settle(died(options, `exit ${code ?? signal}`)));
  });
}

function daemonArgs({ home, basePort, stay, graceMs }: DaemonOptions): string[] {
  return [
    ...["--home", home],
    ...(basePort === undefined ? [] : ["--base-port", String(basePort)]),
    ...(graceMs === undefined ? [] : ["--grace-ms", String(graceMs)]),
    ...(stay ? ["--stay"] : []),
  ];
}

function openLog(home: string): number {
  const { log } = homeFiles(home);
  try {
    return openSync(log, "a", 0o600);
  } catch (error) {
    throw unwritable(home, error as NodeJS.ErrnoException);
  }
}

/** What a person sets for a program of theirs (a debugger, a loader) is not meant for the daemon. */
function withoutNodeOptions({ NODE_OPTIONS: _theirs, ...env }: NodeJS.ProcessEnv) {
  return env;
}

function died({ home }: DaemonOptions, how: string): StartReport {
  const { log } = homeFiles(home);
  const found = `the sandbox ended before it served anything (${how})`;
  return {
    failure: { problems: [{ where: { file: log }, found, fix: "read its log" }], exitCode: 2 },
  };
}
