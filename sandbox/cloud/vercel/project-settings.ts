import { type PropertyMap } from "../../../core/value";
import { text } from "../account";
import { type CloudResource } from "../resource";
import { needsProject, teamOutput } from "./project";

/**
 * A setting that a project has once, kept under the project's own id. Vercel lets a second one overwrite the first
 * without a word; here that is refused, because the two would take turns for ever.
 */
function setting(type: string, what: string, defaults: PropertyMap = {}): CloudResource {
  return {
    type,
    defaults,
    derive: teamOutput,
    needs: needsProject(what),
    claims: ({ inputs }) => {
      const projectId = text(inputs["projectId"], "");
      const refusal = `Error creating ${what}: sandbox: project ${projectId} has one already; Vercel would overwrite it`;
      return [{ key: `vercel:setting:${type}:${projectId}`, refusal }];
    },
    create: ({ inputs }) => ({ id: text(inputs["projectId"], "") }),
  };
}

/** Settings of which a project has one. */
export const projectSettings: readonly CloudResource[] = [
  setting("vercel:index/firewallConfig:FirewallConfig", "firewall config", { enabled: true }),
  setting(
    "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention",
    "project deployment retention",
    {
      expirationCanceled: "1m",
      expirationErrored: "3m",
      expirationPreview: "6m",
      expirationProduction: "1y",
    },
  ),
  setting("vercel:index/projectRollingRelease:ProjectRollingRelease", "project rolling release"),
  setting("vercel:index/projectCrons:ProjectCrons", "project crons"),
];
