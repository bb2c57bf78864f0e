/**
 * Why an action is allowed on every resource: each service named here takes no narrower one for it. What is not in this
 * table is never granted on `*`.
 * Source: Service Authorization Reference, columns "Resource types" and "Condition keys", read on 2026-11-21.
 */
export const everyResource: Readonly<Record<string, string>> = {
  "backup-storage:MountCapsule": "takes no resource; AWS Backup asks for it to make a vault",
  "ce:CreateAnomalyMonitor": "Cost Explorer knows no ARN for what does not exist yet",
  "ce:CreateAnomalySubscription": "Cost Explorer knows no ARN for what does not exist yet",
  "chatbot:CreateMicrosoftTeamsChannelConfiguration": "takes no resource",
  "chatbot:CreateSlackChannelConfiguration": "takes no resource",
  "chatbot:DescribeSlackChannelConfigurations": "takes no resource; it lists",
  "chatbot:GetMicrosoftTeamsChannelConfiguration": "takes no resource",
  "chatbot:ListTagsForResource": "takes no resource",
  "cloudtrail:DescribeTrails": "takes no resource; it lists",
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
