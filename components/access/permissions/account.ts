import { actions, type Grant } from "./grant";

const iam = (...names: string[]) => actions("iam", ...names);
const budgets = (...names: string[]) => actions("budgets", ...names);
const ce = (...names: string[]) => actions("ce", ...names);
const tagging = ["TagResource", "UntagResource"];

const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const monitorType = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
const subscriptionType = "aws:costexplorer/anomalySubscription:AnomalySubscription";

/** Roles and money. */
export const accountGrants: readonly Grant[] = [
  {
    types: ["aws:iam/role:Role"],
    on: "roles",
    read: iam("GetRole", "ListAttachedRolePolicies", "ListRolePolicies", "ListRoleTags"),
    write: iam(
      "CreateRole",
      "DeleteRole",
      "ListInstanceProfilesForRole",
      "TagRole",
      "UntagRole",
      "UpdateAssumeRolePolicy",
      "UpdateRole",
    ),
  },
  { types: ["aws:iam/role:Role"], on: "roles", write: iam("PassRole"), when: "passedTo" },
  {
    types: ["aws:iam/rolePolicy:RolePolicy"],
    on: "roles",
    read: iam("GetRolePolicy"),
    write: iam("DeleteRolePolicy", "PutRolePolicy"),
  },
  {
    types: [attachmentType],
    on: "roles",
    write: iam("AttachRolePolicy", "DetachRolePolicy"),
  },
  {
    types: ["aws:iam/policy:Policy"],
    on: "policies",
    read: iam("GetPolicy", "GetPolicyVersion", "ListPolicyTags", "ListPolicyVersions"),
    write: iam(
      "CreatePolicy",
      "CreatePolicyVersion",
      "DeletePolicy",
      "DeletePolicyVersion",
      "TagPolicy",
      "UntagPolicy",
    ),
  },
  {
    // Read only: who may enter is for a person to change.
    types: ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"],
    on: "identityProviders",
    read: iam("GetOpenIDConnectProvider", "ListOpenIDConnectProviderTags"),
  },
  {
    types: ["aws:budgets/budget:Budget"],
    on: "budgets",
    read: budgets("ListTagsForResource", "ViewBudget"),
    write: budgets("ModifyBudget", ...tagging),
  },
  {
    types: ["aws:budgets/budgetAction:BudgetAction"],
    on: "budgets",
    read: budgets("DescribeBudgetAction"),
    write: budgets("CreateBudgetAction", "DeleteBudgetAction", "UpdateBudgetAction"),
  },
  {
    types: [monitorType],
    on: "anomalyMonitors",
    read: ce("GetAnomalyMonitors"),
    write: ce("DeleteAnomalyMonitor", "UpdateAnomalyMonitor"),
  },
  { types: [monitorType], on: "everything", write: ce("CreateAnomalyMonitor") },
  {
    types: [subscriptionType],
    on: "anomalyMonitors",
    read: ce("GetAnomalySubscriptions"),
    write: ce("DeleteAnomalySubscription", "UpdateAnomalySubscription"),
  },
  { types: [subscriptionType], on: "everything", write: ce("CreateAnomalySubscription") },
  {
    types: [monitorType, subscriptionType],
    on: "anomalyMonitors",
    read: ce("ListTagsForResource"),
    write: ce(...tagging),
  },
];
