import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/errors";

/** What stands in the folder of one sandbox cloud. */
export function homeFiles(home: string) {
  return {
    ledger: join(home, "ledger.jsonl"),
    faults: join(home, "faults.json"),
    run: join(home, "run.json"),
    key: join(home, "key"),
    log: join(home, "daemon.log"),
    breakages: join(home, "breakages.json"),
    authority: join(home, "ca.pem"),
    authorityKey: join(home, "ca-key.pem"),
    inbox: join(home, "inbox.jsonl"),
  };
}

/** Makes the folder of a cloud when it is missing. Throws `UserError` (2) when nothing can be written there. */
export function prepareHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(home, error as NodeJS.ErrnoException);
  }
}

export function homeExists(home: string): boolean {
  return statSync(home, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The same answer for anything that a folder or file of the cloud refuses. */
export function unwritable(file: string, { code }: NodeJS.ErrnoException): UserError {
  const found = `the sandbox cannot write here (${code ?? "error"})`;
  const fix = "make the folder writable, or run in a copy of the project that you own";
  return new UserError([{ where: { file }, found, fix }], 2);
}
