import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Gives all tests of a run one folder for what they throw away, and removes it with whatever a failed test left. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "groundwork-tests-"));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
