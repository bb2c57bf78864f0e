import { z } from "zod";
import type { Gh } from "./gh";

export interface Proposal {
  /** From the repository. */
  file: string;
  branch: string;
  /** Commit that the branch begins at, and git's name of the file's text there. */
  before: { commit: string; file: string };
  content: Buffer;
}

const base = "main";

// Requirement: OPS-07
/** Opens a pull request with one changed file. GitHub makes the commit, so that no credential of git is on the machine. */
export function proposeFile(gh: Gh, { file, branch, before, content }: Proposal): void {
  const name = z
    .string()
    .regex(/^[\w.-]+$/)
    .parse(branch);
  const at = z
    .string()
    .regex(/^[\w./-]+$/)
    .parse(file);
  const title = "Rotate the generated secrets";
  gh.api("POST", "repos/{owner}/{repo}/git/refs", {
    ref: `refs/heads/${name}`,
    sha: before.commit,
  });
  gh.api("PUT", `repos/{owner}/{repo}/contents/${at}`, {
    message: title,
    content: content.toString("base64"),
    sha: before.file,
    branch: name,
  });
  const body = `New dates in \`${at}\`: the update after the merge makes the values and hands them out. Nobody sees them.`;
  gh.api("POST", "repos/{owner}/{repo}/pulls", { title, head: name, base, body });
}
