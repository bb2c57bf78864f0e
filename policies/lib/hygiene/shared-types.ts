/** Types of which an account or a repository has one for all stacks, and what each is in a sentence. */
export const sharedTypes: Readonly<Record<string, string>> = {
  "github:index/repository:Repository": "the repository",
  "github:index/branchDefault:BranchDefault": "the repository's default branch",
  "github:index/branchProtection:BranchProtection": "the protection of a branch",
  "github:index/repositoryRuleset:RepositoryRuleset": "a ruleset of the repository",
  "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions":
    "what the repository's actions may run",
  "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions":
    "what the repository's workflows may write",
  "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts":
    "the repository's alerts of vulnerabilities",
  "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates":
    "the repository's security updates",
  "github:index/repositoryFile:RepositoryFile": "a file of the repository",
  "github:index/team:Team": "a team",
  "github:index/teamMembers:TeamMembers": "the members of a team",
  "github:index/teamRepository:TeamRepository": "the access of a team",
  "github:index/actionsSecret:ActionsSecret": "a secret of the whole repository",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": "the account's trust in GitHub",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": "the account's password policy",
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": "the account's monitor of spending",
  "aws:route53/zone:Zone": "a zone of DNS",
};
