import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { DeclaredTeams } from "./github-teams";
import type { EnvironmentSpec } from "./spec";

export interface EnvironmentTransforms {
  /** The environment. */
  environment?: Transform<github.RepositoryEnvironmentArgs> | undefined;
  /** Called for each name pattern of branches. */
  deploymentPolicy?: Transform<github.RepositoryEnvironmentDeploymentPolicyArgs> | undefined;
  /** Called for each variable. */
  variable?: Transform<github.ActionsEnvironmentVariableArgs> | undefined;
}

/** What the environment stands in. */
export interface EnvironmentSite {
  repository: pulumi.Input<string>;
  /** Teams declared by this stack; others are looked up by name. */
  teams: DeclaredTeams["teams"];
  /** What must be there before the gate is: access of reviewers, protection of the branch. */
  dependsOn: pulumi.Resource[];
}

// Requirement: REPO-03, REPO-04, REPO-05, ENV-18
/** Declares the environment with its gate; answers its name, known once it is there. */
export function declareEnvironment(
  parent: Component,
  spec: EnvironmentSpec,
  site: EnvironmentSite,
  transforms: EnvironmentTransforms,
): github.RepositoryEnvironment {
  const byRule = spec.branches === "protected";
  const { waitTimer, preventSelfReview } = spec;
  const args: github.RepositoryEnvironmentArgs = {
    repository: site.repository,
    environment: spec.name,
    canAdminsBypass: spec.canAdminsBypass,
    deploymentBranchPolicy: { protectedBranches: byRule, customBranchPolicies: !byRule },
    // What a smaller plan refuses is left out where it is not asked for.
    ...(waitTimer > 0 && { waitTimer }),
    ...(preventSelfReview !== undefined && { preventSelfReview }),
    ...(spec.reviewers && { reviewers: [reviewerIds(parent, spec.reviewers, site.teams)] }),
  };
  const opts = { transform: transforms.environment, dependsOn: site.dependsOn };
  const environment = new github.RepositoryEnvironment(...child(parent, "environment", args, opts));
  declareBranches(parent, environment, spec.branches, transforms);
  for (const [variableName, value] of Object.entries(spec.variables)) {
    const variable: github.ActionsEnvironmentVariableArgs = {
      ...at(environment),
      variableName,
      value,
    };
    const role = `environment-${variableName}`;
    new github.ActionsEnvironmentVariable(
      ...child(parent, role, variable, { transform: transforms.variable }),
    );
  }
  if (spec.drift !== undefined) declareDrift(parent, spec.drift, site, transforms);
  return environment;
}

// Requirement: OPS-06
/** Nobody approves a comparison of each night: what keeps others out is that only a protected branch gets in. */
function declareDrift(
  parent: Component,
  environment: string,
  { repository, dependsOn }: EnvironmentSite,
  { environment: transform }: EnvironmentTransforms,
): void {
  const args: github.RepositoryEnvironmentArgs = {
    ...{ repository, environment, canAdminsBypass: false },
    deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
  };
  new github.RepositoryEnvironment(
    ...child(parent, "environment-drift", args, { transform, dependsOn }),
  );
}

/** GitHub wants numbers; people know names. */
function reviewerIds(
  parent: Component,
  { teams, users }: NonNullable<EnvironmentSpec["reviewers"]>,
  declared: DeclaredTeams["teams"],
) {
  const teamId = (slug: string) =>
    declared[slug]?.id ?? github.getTeamOutput({ slug, summaryOnly: true }, { parent }).id;
  return {
    teams: teams.map((slug) => teamId(slug).apply(Number)),
    users: users.map((username) => github.getUserOutput({ username }, { parent }).id.apply(Number)),
  };
}

function declareBranches(
  parent: Component,
  environment: github.RepositoryEnvironment,
  branches: EnvironmentSpec["branches"],
  { deploymentPolicy: transform }: EnvironmentTransforms,
): void {
  if (branches === "protected") return;
  for (const branchPattern of branches) {
    const args: github.RepositoryEnvironmentDeploymentPolicyArgs = {
      ...at(environment),
      branchPattern,
    };
    const role = `environment-branch-${branchPattern}`;
    new github.RepositoryEnvironmentDeploymentPolicy(...child(parent, role, args, { transform }));
  }
}

const at = ({ repository, environment }: github.RepositoryEnvironment) => ({
  repository,
  environment,
});
