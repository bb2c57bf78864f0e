import { type Properties, secret, type TestCloud } from "../../server/harness";

const at = { repository: "made", environment: "production" };

/** What the inputs below refer to. */
export async function makeGithubParts(cloud: TestCloud): Promise<void> {
  const policy = { protectedBranches: false, customBranchPolicies: true };
  await cloud.create("github:index/repository:Repository", "g", { name: "made", autoInit: true });
  await cloud.create("github:index/repositoryEnvironment:RepositoryEnvironment", "e", {
    ...at,
    deploymentBranchPolicy: policy,
  });
  await cloud.create("github:index/team:Team", "t", { name: "made-team" });
  await cloud.create(
    "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts",
    "a",
    { repository: "made", enabled: true },
  );
}

/** The least that each type of GitHub needs. */
export const githubInputs: Record<string, Properties> = {
  "github:index/repository:Repository": { name: "shop" },
  "github:index/actionsSecret:ActionsSecret": {
    repository: "made",
    secretName: "A",
    value: secret("v"),
  },
  "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret": {
    ...at,
    secretName: "A",
    value: secret("v"),
  },
  "github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable": {
    ...at,
    variableName: "A",
    value: "v",
  },
  "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions": { repository: "made" },
  "github:index/branchDefault:BranchDefault": { repository: "made", branch: "main" },
  "github:index/branchProtection:BranchProtection": { repositoryId: "made", pattern: "release/*" },
  "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates": {
    repository: "made",
    enabled: true,
  },
  "github:index/repositoryEnvironment:RepositoryEnvironment": { ...at, environment: "staging" },
  "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy": {
    ...at,
    branchPattern: "main",
  },
  "github:index/repositoryFile:RepositoryFile": {
    repository: "made",
    file: "SECURITY.md",
    content: "# Security",
  },
  "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts": {
    repository: "made",
  },
  "github:index/team:Team": { name: "platform-team" },
  "github:index/teamMembers:TeamMembers": {
    teamSlug: "made-team",
    members: [{ username: "octocat", role: "member" }],
  },
  "github:index/teamRepository:TeamRepository": { teamId: "made-team", repository: "made" },
  "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions": {
    repository: "made",
  },
};
