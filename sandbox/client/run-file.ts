import { readFileSync, rmSync } from "node:fs";
import { writeFileAtomically } from "./files";
import { homeFiles } from "./home";
import { type ProcessIdentity } from "./process-identity";

/** How to reach the daemon of a cloud: `<home>/run.json`. It may be left over from one that is gone. */
export interface RunInfo extends ProcessIdentity {
  /** Loopback port for `ask` and leases. */
  control: number;
  /** What a caller must show; only the owner of the folder can read it. */
  token: string;
}

export function writeRunInfo(home: string, info: RunInfo): void {
  writeFileAtomically(homeFiles(home).run, `${JSON.stringify(info)}\n`);
}

/** Undefined when there is none, or none that can be read. */
export function readRunInfo(home: string): RunInfo | undefined {
  try {
    return JSON.parse(readFileSync(homeFiles(home).run, "utf8")) as RunInfo;
  } catch {
    return undefined;
  }
}

/** Removes what this daemon wrote, and leaves what a later one did. */
export function removeRunInfo(home: string, token: string): void {
  if (readRunInfo(home)?.token === token) rmSync(homeFiles(home).run, { force: true });
}
