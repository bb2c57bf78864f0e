import { githubPlanProblems } from "../../catalogue/github-plans";
import { githubRuleProblems } from "../../catalogue/github-rules";
import { repositoryName } from "../derived/repository";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** What the organization's plan does not allow, and settings of the repository that do not go together. */
export function repositoryConflicts(file: FileSettings): SettingsProblem[] {
  const { repository } = file;
  if (!repository) return homeless(file);
  const { owner, name } = repositoryName(file);
  const nameless = [
    ["owner", owner],
    ["name", name],
  ].filter(([, given]) => given === "");
  const problems = [
    ...githubPlanProblems(repository),
    ...githubRuleProblems({ ...repository, owner }),
  ];
  return [
    ...homeless(file),
    ...nameless.map(([key = ""]) => ({
      path: filePath(["repository", key]),
      found: "missing, and groundwork:hosting.gitRepository names no repository on GitHub",
      fix: `add ${key}`,
    })),
    ...problems.map(({ where, ...rest }) => ({
      path: `${filePath(["repository"])}.${where.path}`,
      ...rest,
    })),
  ];
}

/** Secrets for this stack's environment, in a stack that has none. */
function homeless({ repository, secretRegistry = {} }: FileSettings): SettingsProblem[] {
  if (repository?.environment) return [];
  return Object.entries(secretRegistry).flatMap(([name, { destinations }]) => {
    const github = destinations?.github;
    if (!github) return [];
    const placed = github.scope === "repository" || github.environments !== undefined;
    if (placed && github.repository !== undefined) return [];
    return [
      {
        path: filePath(["secretRegistry", name, "destinations", "github"]),
        found: "this stack has no environment on GitHub",
        fix: "add groundwork:repository.environment, or name repository and environments here",
      },
    ];
  });
}
