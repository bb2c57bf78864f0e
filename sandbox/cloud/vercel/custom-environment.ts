import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject, teamOutput } from "./project";

export const customEnvironment: CloudResource = {
  type: "vercel:index/customEnvironment:CustomEnvironment",
  autonamed: true,
  defaults: { description: "", branchTracking: null },
  derive: teamOutput,
  needs: needsProject("custom environment"),
  claims: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const refusal = `Error creating custom environment: Could not create custom environment, unexpected error: conflict - A custom environment named "${name}" already exists in this project.`;
    return [{ key: `vercel:environment:${text(inputs["projectId"], "")}:${name}`, refusal }];
  },
  create: () => ({ id: ids.vercelEnvironment() }),
};
