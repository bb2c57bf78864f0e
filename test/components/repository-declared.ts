import { Repository, type RepositoryArgs } from "../../components/repository";
import { type MockOptions, onMocks } from "../support/mocks";

export const t = (name: string) => `github:index/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`;
export const Component = "groundwork:repository:Repository";

export const computed: MockOptions["outputs"] = {
  [t("Repository")]: { nodeId: "R_node" },
  [t("Team")]: { slug: "made-slug" },
};
const calls: MockOptions["calls"] = {
  "github:index/getTeam:getTeam": ({ slug }) => ({ id: slug === "elsewhere" ? "77" : "0" }),
  "github:index/getUser:getUser": ({ username }) => ({ id: username === "tech-lead" ? "42" : "0" }),
};

export const declare = (args: RepositoryArgs, options: MockOptions = {}) =>
  onMocks(() => new Repository("repository", args), { outputs: computed, calls, ...options });

export const smallest: RepositoryArgs = {
  owner: "velocity",
  name: "shop",
  plan: "team",
  owned: true,
};
export const full: RepositoryArgs = {
  ...smallest,
  plan: "enterprise",
  addOns: ["secretProtection", "codeSecurity"],
  description: "The shop",
  protect: true,
  mergeMethods: ["merge", "rebase"],
  deleteBranchOnMerge: false,
  webCommitSignoffRequired: true,
  protection: { requireSignedCommits: true, requiredLinearHistory: true, checks: ["test"] },
  actions: { patternsAllowed: ["aquasecurity/trivy-action@*"], verifiedAllowed: true },
  teams: {
    "platform-team": {
      description: "Runs the platform",
      permission: "maintain",
      members: { "devops-lead": "maintainer", "backend-lead": "member" },
      incidentRole: "engineering",
    },
    "tech-leads": { permission: "push", incidentRole: "commander" },
    product: { incidentRole: "communication" },
    support: { permission: "triage", incidentRole: "customers" },
  },
  codeOwners: { "*": ["@velocity/platform-team"], "/docs/": ["@octocat"] },
  securityContact: "security@example.com",
  environment: {
    name: "production",
    reviewers: { teams: ["platform-team", "elsewhere"], users: ["tech-lead"] },
    waitTimer: 5,
    variables: { LOG_LEVEL: "info" },
  },
};
