import { isPropertyMap, type PropertyMap } from "../../../core/value";
import { list, text } from "../account";
import { ids } from "../ids";
import { type Claim, type CloudResource } from "../resource";
import { needsProject, teamOutput } from "./project";

export const environmentVariable: CloudResource = {
  type: "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
  defaults: { comment: "", targets: [], customEnvironmentIds: [] },
  derive: teamOutput,
  needs: needsProject("project environment variable"),
  claims: ({ inputs }) => claimsOf(text(inputs["projectId"], ""), inputs),
  create: () => ({ id: ids.vercelVariable() }),
};

export const environmentVariables: CloudResource = {
  type: "vercel:index/projectEnvironmentVariables:ProjectEnvironmentVariables",
  derive: teamOutput,
  needs: needsProject("project environment variables"),
  claims: ({ inputs }) =>
    list(inputs["variables"])
      .filter(isPropertyMap)
      .flatMap((variable) => claimsOf(text(inputs["projectId"], ""), variable)),
  create: ({ inputs }) => ({ id: text(inputs["projectId"], "") }),
};

/** One value for each key, target and Git branch. */
function claimsOf(projectId: string, variable: PropertyMap): Claim[] {
  const key = text(variable["key"], "");
  const branch = text(variable["gitBranch"], "undefined");
  const targets = [...list(variable["targets"]), ...list(variable["customEnvironmentIds"])];
  return targets.map((target) => ({
    key: `vercel:variable:${projectId}:${key}:${text(target, "")}:${branch}`,
    refusal: `Error creating project environment variable: Could not create project environment variable, unexpected error: ENV_CONFLICT - A variable with the name \`${key}\` already exists for the target ${text(target, "")} on branch ${branch}`,
  }));
}
