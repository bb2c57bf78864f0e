import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const prefix = "groundwork-tests-";

/**
 * Gives all tests of a run one folder for what they throw away, and removes it with whatever a failed test left. Each
 * project asks: the first makes it. A folder within another would make the paths of sockets too long for a browser.
 */
export default function setup(): (() => void) | undefined {
  if (path.basename(tmpdir()).startsWith(prefix)) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
