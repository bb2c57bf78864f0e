import type { Limits } from "./limit";

const docs = "https://docs.github.com/en";
const high = { confidence: "high" } as const;
const onAllPaid = { free: false, pro: true, team: true, enterprise: true } as const;
const onEnterprise = { free: false, pro: false, team: false, enterprise: true } as const;
const environmentsPage = {
  source: `${docs}/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments`,
  asOf: "2026-11-21",
  ...high,
} as const;
const referencePage = {
  source: `${docs}/actions/reference/workflows-and-actions/deployments-and-environments`,
  ...high,
} as const;
const includedPage = {
  source: `${docs}/billing/reference/product-usage-included`,
  ...high,
} as const;

/** What a repository that is not public may have, by plan; a public one has all of it. */
const ofPrivate = {
  branchProtection: {
    sku: "github-branch-protection-private",
    item: "Protected branches",
    unit: "available",
    value: onAllPaid,
    source: `${docs}/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches`,
    asOf: "2026-11-21",
    ...high,
  },
  environments: {
    sku: "github-environments-private",
    item: "Environments with their secrets, variables and branches",
    unit: "available",
    value: onAllPaid,
    ...environmentsPage,
  },
  reviewers: {
    sku: "github-required-reviewers-private",
    item: "Required reviewers of an environment",
    unit: "available",
    value: onEnterprise,
    ...environmentsPage,
    note: "So a private repository on Team cannot gate production by reviewers.",
  },
  waitTimer: {
    sku: "github-wait-timer-private",
    item: "Wait timer of an environment",
    unit: "available",
    value: onEnterprise,
    ...environmentsPage,
  },
  addOns: {
    sku: "github-advanced-security-private",
    item: "Secret Protection and Code Security",
    unit: "available",
    value: { free: false, team: true, enterprise: true },
    source: `${docs}/get-started/learning-about-github/about-github-advanced-security`,
    asOf: "2026-11-21",
    ...high,
  },
  internal: {
    sku: "github-internal-visibility",
    item: "Internal visibility",
    unit: "available",
    value: onEnterprise,
    source: `${docs}/repositories/creating-and-managing-repositories/about-repositories`,
    asOf: "2026-11-21",
    ...high,
  },
} as const satisfies Limits;

const ofAll = {
  reviewersMost: {
    sku: "github-reviewers-max",
    item: "Required reviewers of an environment",
    unit: "users and teams",
    value: 6,
    ...referencePage,
    note: "One approval is enough; reviewers need to be able to read the repository.",
  },
  waitMinutes: {
    sku: "github-wait-timer-range",
    item: "Wait timer of an environment, from and to",
    unit: "minutes",
    value: [1, 43_200],
    ...referencePage,
    note: "Waiting is not billed. 0 stands for none.",
  },
  approvals: {
    sku: "github-required-approvals",
    item: "Approvals that a pull request can need",
    unit: "approvals",
    value: 6,
    source: `${docs}/rest/branches/branch-protection`,
    ...high,
  },
  minutes: {
    sku: "github-actions-minutes",
    item: "Minutes of Actions that are included",
    unit: "minutes a month",
    value: { free: 2000, pro: 3000, team: 3000, enterprise: 50_000 },
    ...includedPage,
    priced: [
      "github-actions-minutes-free",
      "github-actions-minutes-team",
      "github-actions-minutes-enterprise",
    ],
  },
  storage: {
    sku: "github-actions-storage",
    item: "Storage of Actions that is included",
    unit: "GB",
    value: { free: 0.5, pro: 1, team: 2, enterprise: 50 },
    ...includedPage,
    priced: [
      "github-actions-storage-free",
      "github-actions-storage-team",
      "github-actions-storage-enterprise",
    ],
  },
} as const satisfies Limits;

const recorded = {
  customRules: {
    sku: "github-custom-rules-private",
    item: "Custom rules that protect deployments",
    unit: "available",
    value: onEnterprise,
    ...referencePage,
    recorded: "no component declares one: they are GitHub Apps",
  },
  protectionRules: {
    sku: "github-protection-rules-max",
    item: "Rules that protect the deployments of an environment",
    unit: "rules",
    value: 6,
    ...referencePage,
    recorded: "no component declares one beside reviewers and wait timer",
  },
  rulesets: {
    sku: "github-rulesets-private",
    item: "Rulesets",
    unit: "available",
    value: onAllPaid,
    source: `${docs}/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets`,
    ...high,
    note: "Push rulesets from Team on.",
    recorded: "the component protects branches by branch protection, which the same plans have",
  },
  enterpriseFeatures: {
    sku: "github-enterprise-features",
    item: "Streaming of the audit log, lists of allowed IP addresses, SAML",
    unit: "available",
    value: { free: false, team: false, enterprise: true },
    source: `${docs}/get-started/learning-about-github/githubs-plans`,
    ...high,
    recorded: "belong to the enterprise, which no component declares",
  },
} as const satisfies Limits;

/** What a repository that is not public may have, by plan. */
export const githubPrivateLimits = ofPrivate;

/** What GitHub's plans give. */
export const githubLimits = { ...ofPrivate, ...ofAll, ...recorded } as const;
