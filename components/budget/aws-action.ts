import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Component } from "../component";
import type { BudgetTransforms } from "./aws";
import type { ActionSpec } from "./spec";
import { rightsOfBudgets, stopSpendingPolicy, trustOfBudgets } from "./stop-spending";

/** Declares what happens when the budget is overrun, with the one right that it needs. */
export function stopSpending(
  parent: Component,
  budgetName: pulumi.Output<string>,
  { roles, threshold, approvalModel, emails }: ActionSpec,
  { action }: BudgetTransforms,
): void {
  const policy = new aws.iam.Policy(
    ...child<aws.iam.PolicyArgs>(parent, "stop-policy", {
      policy: JSON.stringify(stopSpendingPolicy),
    }),
  );
  const args: aws.budgets.BudgetActionArgs = {
    budgetName,
    actionType: "APPLY_IAM_POLICY",
    approvalModel,
    notificationType: "ACTUAL",
    actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: threshold },
    definition: { iamActionDefinition: { policyArn: policy.arn, roles } },
    executionRoleArn: executionRole(parent, roles, policy.arn),
    subscribers: emails.map((address) => ({ subscriptionType: "EMAIL", address })),
  };
  new aws.budgets.BudgetAction(...child(parent, "action", args, { transform: action }));
}

/** The account is read from the policy's own ARN, so that nothing is asked of AWS in a preview. */
function executionRole(
  parent: Component,
  roles: readonly string[],
  policyArn: pulumi.Output<string>,
): pulumi.Output<string> {
  const accountId = policyArn.apply((arn) => arn.split(":")[4] ?? "");
  const role = new aws.iam.Role(
    ...child<aws.iam.RoleArgs>(parent, "action-role", {
      assumeRolePolicy: pulumi.jsonStringify(accountId.apply(trustOfBudgets)),
    }),
  );
  const rights = pulumi
    .all([accountId, policyArn])
    .apply(([account, arn]) => rightsOfBudgets(account, roles, arn));
  new aws.iam.RolePolicy(
    ...child<aws.iam.RolePolicyArgs>(parent, "action-rights", {
      role: role.name,
      policy: pulumi.jsonStringify(rights),
    }),
  );
  return role.arn;
}
