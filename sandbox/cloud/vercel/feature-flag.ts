import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject, teamOutput } from "./project";

const definitionType = "vercel:index/featureFlagDefinition:FeatureFlagDefinition";

export const featureFlagDefinition: CloudResource = {
  type: definitionType,
  defaults: { archived: false, description: "" },
  derive: teamOutput,
  needs: needsProject("feature flag"),
  claims: ({ inputs }) => {
    const key = text(inputs["key"], "");
    const refusal = `Error creating feature flag: Could not create feature flag, unexpected error: conflict - A flag with the key "${key}" already exists in this project.`;
    return [{ key: `vercel:flag:${text(inputs["projectId"], "")}:${key}`, refusal }];
  },
  create: () => ({ id: ids.vercelFlag() }),
};

/** What a flag serves. It is part of the flag, and forgotten rather than deleted. */
export const featureFlagConfig: CloudResource = {
  type: "vercel:index/featureFlagConfig:FeatureFlagConfig",
  derive: teamOutput,
  needs: (order) => [
    ...needsProject("feature flag config")(order),
    {
      type: definitionType,
      id: order.inputs["flagId"],
      refusal: "Error creating feature flag config: Could not read feature flag: not_found",
    },
  ],
  claims: ({ inputs }) => {
    const flag = text(inputs["flagId"], "");
    const refusal = `Error creating feature flag config: sandbox: flag ${flag} has one already; Vercel would overwrite it`;
    return [{ key: `vercel:flag-config:${flag}`, refusal }];
  },
  create: ({ inputs }) => ({ id: text(inputs["flagId"], "") }),
};
