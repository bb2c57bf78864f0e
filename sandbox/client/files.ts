import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Replaces a file in one step: a reader sees the old text or the new, never half of it. Owner only. */
export function writeFileAtomically(file: string, text: string): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, text, { mode: 0o600 });
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
