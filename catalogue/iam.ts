/**
 * Actions that take no resource narrower than `*`, and why. What is in neither table is never granted on `*`.
 * Source: Service Authorization Reference, columns "Resource types" and "Condition keys", read on 2026-11-21:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */

/** What whoever makes resources needs. */
export const provisioningActions: Readonly<Record<string, string>> = {
  "acm:RequestCertificate": "a certificate has no ARN before it exists",
  "backup-storage:MountCapsule": "takes no resource; AWS Backup asks for it to make a vault",
  "ce:CreateAnomalyMonitor": "Cost Explorer knows no ARN for what does not exist yet",
  "ce:CreateAnomalySubscription": "Cost Explorer knows no ARN for what does not exist yet",
  "chatbot:CreateMicrosoftTeamsChannelConfiguration": "takes no resource",
  "chatbot:CreateSlackChannelConfiguration": "takes no resource",
  "chatbot:DescribeSlackChannelConfigurations": "takes no resource; it lists",
  "chatbot:GetMicrosoftTeamsChannelConfiguration": "takes no resource",
  "chatbot:ListTagsForResource": "takes no resource",
  "cognito-identity:CreateIdentityPool":
    "a pool has no ARN before it exists; the tags that it is asked for narrow it",
  "cloudtrail:DescribeTrails": "takes no resource; it lists",
  "ec2:DescribeSecurityGroups": "takes no resource; it lists",
  "ec2:DescribeSubnets": "takes no resource; it lists",
  "ec2:DescribeVpcEndpoints": "takes no resource; it lists",
  "ec2:DescribeVpcs": "takes no resource; it lists",
  "cloudwatch:DescribeAlarms":
    "answers composite alarms only to who may describe every alarm, says CloudWatch",
  "kms:CreateKey": "a key has no ARN before it exists; the tags that it is asked for narrow it",
  "kms:ListAliases": "takes no resource; it lists",
  "logs:DeleteQueryDefinition": "takes no resource",
  "logs:DescribeLogGroups": "takes no resource; it lists",
  "logs:DescribeQueryDefinitions": "takes no resource; it lists",
  "logs:PutQueryDefinition": "takes no resource",
  "route53:CreateHealthCheck": "a health check has no ARN before it exists",
  "route53:CreateHostedZone": "a zone has no ARN before it exists",
  "synthetics:CreateCanary": "takes no resource; the function that it makes is narrowed by name",
};

/** What runs needs while it does. */
export const runtimeActions: Readonly<Record<string, string>> = {
  "cloudwatch:GetMetricData": "takes no resource; it reads metrics of any name",
  "cloudwatch:GetMetricWidgetImage": "takes no resource; it draws metrics of any name",
  "cloudwatch:PutMetricData": "takes no resource; the namespace narrows it",
  "ecr:GetAuthorizationToken": "takes no resource; the token opens what other actions allow",
  "s3:ListAllMyBuckets": "takes no resource; it lists",
  "sts:GetCallerIdentity": "takes no resource; it tells callers who they are",
  "xray:PutTelemetryRecords": "takes no resource",
  "xray:PutTraceSegments": "takes no resource",
};

/** Both. */
export const unscopedActions: Readonly<Record<string, string>> = {
  ...provisioningActions,
  ...runtimeActions,
};

const awsManaged = /^arn:aws[\w-]*:iam::aws:policy\/(.+)$/;

/**
 * Policies kept by AWS that allow whole services, or all of them: by name those of administrators and power users, and
 * whatever ends in FullAccess.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const broadNames = /^(AdministratorAccess.*|PowerUserAccess|job-function\/.+|.*FullAccess)$/;

/** The name of a policy kept by AWS that allows more than a role should have; undefined for every other policy. */
export function broadManagedPolicy(arn: string): string | undefined {
  const name = awsManaged.exec(arn)?.[1];
  return name !== undefined && broadNames.test(name) && !readsOnly.has(name) ? name : undefined;
}

/** Policies for job functions that change nothing. */
const readsOnly: ReadonlySet<string> = new Set(["job-function/ViewOnlyAccess"]);
