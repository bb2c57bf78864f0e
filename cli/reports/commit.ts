import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The commit that the project stands at, with `-changed` behind it where files differ from it. Undefined where the
 * project is in no repository or there is no git.
 */
export async function commitOf(root: string): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", root, "rev-parse", "HEAD"]);
    const { stdout: changes } = await run("git", ["-C", root, "status", "--porcelain", "--", "."]);
    return changes.trim() === "" ? stdout.trim() : `${stdout.trim()}-changed`;
  } catch {
    return undefined;
  }
}
