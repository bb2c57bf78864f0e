import { type Order, type CloudResource } from "../resource";
import { text, vercelTeam } from "../account";
import { ids } from "../ids";
import { isPartOf } from "./parts";

export const projectType = "vercel:index/project:Project";

/**
 * What Vercel fills in for a new project and the provider reads back. Where its documentation names no value (the Node
 * version, the switches that are off) it is a choice of ours: no rule may rest on it.
 */
const defaults = {
  autoAssignCustomDomains: true,
  automaticallyExposeSystemEnvironmentVariables: true,
  customerSuccessCodeVisibility: false,
  directoryListing: false,
  enableAffectedProjectsDeployments: false,
  functionFailover: false,
  gitForkProtection: true,
  gitLfs: false,
  nodeVersion: "22.x",
  oidcTokenConfig: { issuerMode: "team" },
  onDemandConcurrentBuilds: false,
  previewDeploymentsDisabled: false,
  prioritiseProductionBuilds: false,
  protectedSourcemaps: false,
  resourceConfig: { fluid: true },
  vercelAuthentication: { deploymentType: "standard_protection_new" },
};

export const project: CloudResource = {
  type: projectType,
  autonamed: true,
  defaults,
  derive: teamOutput,
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const refusal = `Error creating project: Could not create project ${name}, unexpected error: conflict - Project "${name}" already exists, please use a new name.`;
    return [{ key: `vercel:project:${vercelTeam(inputs, account)}:${name}`, refusal }];
  },
  takes: isPartOf,
  create: () => ({ id: ids.vercelProject() }),
};

/** Every Vercel object carries the team it is in, when there is one. */
export function teamOutput({ inputs, account }: Order): { teamId?: string } {
  const teamId = vercelTeam(inputs, account);
  return teamId === "personal" ? {} : { teamId };
}

/** The refusal of an object whose project is not there: `what` as in `project domain`. */
export function needsProject(what: string): NonNullable<CloudResource["needs"]> {
  const reason =
    "Could not find project, please make sure both the project_id and team_id match the project and team you wish to deploy to.";
  return ({ inputs }) => [
    { type: projectType, id: inputs["projectId"], refusal: `Error creating ${what}: ${reason}` },
  ];
}
