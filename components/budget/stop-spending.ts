import { document, type PolicyDocument, trustOfService } from "../policy-document";

/**
 * What a role may no longer do once the budget is overrun: make or start things that cost money. Reading, updating and
 * deleting go on, so that the product stays up and can be made smaller.
 */
export const spendingActions = [
  "backup:StartBackupJob",
  "cloudfront:CreateDistribution",
  "cloudtrail:CreateTrail",
  "cloudwatch:PutDashboard",
  "ec2:RunInstances",
  "elasticache:CreateServerlessCache",
  "kms:CreateKey",
  "lambda:CreateFunction",
  "logs:CreateLogGroup",
  "rds:CreateDBInstance",
  "route53:CreateHealthCheck",
  "s3:CreateBucket",
  "secretsmanager:CreateSecret",
  "sns:CreateTopic",
  "synthetics:CreateCanary",
  "synthetics:StartCanary",
] as const;

/** The policy that is attached to roles when the budget is overrun. A deny needs every resource. */
export const stopSpendingPolicy = document({
  Sid: "StopSpending",
  Effect: "Deny",
  Action: [...spendingActions],
  Resource: "*",
});

/** Who may take the role that attaches it: AWS Budgets, for budgets of this account. */
export function trustOfBudgets(accountId: string): PolicyDocument {
  const Condition = { StringEquals: { "aws:SourceAccount": accountId } };
  return trustOfService("budgets.amazonaws.com", { Condition });
}

/** What that role may do: attach and detach this one policy, on these roles. */
export function rightsOfBudgets(
  accountId: string,
  roles: readonly string[],
  policyArn: string,
): PolicyDocument {
  return document({
    Effect: "Allow",
    Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
    Resource: roles.map((role) => `arn:aws:iam::${accountId}:role/${role}`),
    Condition: { ArnEquals: { "iam:PolicyARN": policyArn } },
  });
}
