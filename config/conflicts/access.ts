import { githubRepository } from "../derived/access";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** Roles for the jobs of a repository that nothing names. */
export function accessConflicts({ access, hosting }: FileSettings): SettingsProblem[] {
  const named = access?.repository ?? githubRepository(hosting);
  if (!access || named !== undefined) return [];
  return [
    {
      path: filePath(["access", "repository"]),
      found: "missing, and hosting is built from no repository on GitHub",
      allowed: "the repository whose jobs are let in, organisation/name",
      fix: "add it",
    },
  ];
}
