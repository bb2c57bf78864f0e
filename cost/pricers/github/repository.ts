import type { Pricing } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import { knowing, textAt, valueAt } from "../inputs";
import { planOf } from "./organization";

const type = "github:index/repository:Repository";
const billing = "https://docs.github.com/en/billing/concepts/product-billing/github-actions";
const pricing = "https://github.com/pricing";

/** Repositories that share the minutes; GitHub makes one public that says nothing else. */
const notPublic = remembered((context: PricingContext) =>
  context.ofType(type).filter((one) => !isPublic(one)),
);

function isPublic(repository: DeclaredResource): boolean {
  const visibility = textAt(repository, "visibility");
  if (visibility !== undefined) return visibility === "public";
  return valueAt(repository, "private") !== true;
}

/** An equal part of the minutes and artifacts of all repositories that are not public. */
const repository: Pricer = (resource, context) => {
  if (isPublic(resource)) return [{ free: "Actions of a public repository", source: billing }];
  const { plan } = planOf(context);
  const assumed = plan ? [] : ["no plan is declared: the free amounts of the smallest"];
  const by = plan ?? "free";
  const minutes = context.used("github.minutes", resource, notPublic(context));
  const kept = context.used("github.artifactGb", resource, notPublic(context));
  const charges: Pricing[] = [
    {
      sku: `github-actions-minutes-${by}`,
      quantity: minutes,
      rests: ["github.minutes", ...assumed],
    },
    {
      sku: `github-actions-storage-${by}`,
      quantity: kept,
      rests: ["github.artifactGb", ...assumed],
    },
  ];
  return plan
    ? charges
    : [...charges, { notPriced: "seats: the organization's plan is not declared" }];
};

const settings = [
  "ActionsEnvironmentSecret",
  "ActionsEnvironmentVariable",
  "ActionsOrganizationSecret",
  "ActionsOrganizationVariable",
  "ActionsRepositoryAccessLevel",
  "ActionsRepositoryPermissions",
  "ActionsSecret",
  "ActionsVariable",
  "Branch",
  "BranchDefault",
  "BranchProtection",
  "BranchProtectionV3",
  "DependabotSecret",
  "IssueLabel",
  "IssueLabels",
  "OrganizationRuleset",
  "RepositoryAutolinkReference",
  "RepositoryDependabotSecurityUpdates",
  "RepositoryDeployKey",
  "RepositoryEnvironment",
  "RepositoryEnvironmentDeploymentPolicy",
  "RepositoryFile",
  "RepositoryRuleset",
  "RepositoryTopics",
  "RepositoryVulnerabilityAlerts",
  "RepositoryWebhook",
  "WorkflowRepositoryPermissions",
];

const people = [
  "Membership",
  "RepositoryCollaborator",
  "RepositoryCollaborators",
  "Team",
  "TeamMembers",
  "TeamMembership",
  "TeamRepository",
  "TeamSettings",
];

export const githubPricers: Pricers = {
  [type]: knowing(["visibility", "private"], repository),
  ...freeOf(tokensOf(settings), "a setting of a repository, in every plan that allows it", pricing),
  ...freeOf(tokensOf(people), "people are paid as seats", pricing),
};

function tokensOf(kinds: readonly string[]): string[] {
  return kinds.map((kind) => `github:index/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`);
}
