import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { textOf } from "../text";

/** A type whose names are taken for good: in all of the vendor, in an account or in a team. */
export interface NamedType {
  /** Path of the input that gives the name. */
  property: string;
  /** `stack`: an account holds those of every stack. `product`: each stack has one, and prod's bears the bare name. */
  says: "stack" | "product";
}

const named = (property: string): NamedType => ({ property, says: "stack" });

/** Types by token. Two stacks that give them the same name fight over one resource. */
export const namedTypes: Readonly<Record<string, NamedType>> = {
  "aws:s3/bucket:Bucket": named("bucket"),
  "aws:s3/bucketV2:BucketV2": named("bucket"),
  "aws:iam/role:Role": named("name"),
  "aws:iam/policy:Policy": named("name"),
  "aws:iam/user:User": named("name"),
  "aws:secretsmanager/secret:Secret": named("name"),
  "aws:ssm/parameter:Parameter": named("name"),
  "aws:kms/alias:Alias": named("name"),
  "aws:sns/topic:Topic": named("name"),
  "aws:sqs/queue:Queue": named("name"),
  "aws:lambda/function:Function": named("name"),
  "aws:apigatewayv2/api:Api": named("name"),
  "aws:cloudwatch/logGroup:LogGroup": named("name"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": named("name"),
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": named("alarmName"),
  "aws:cloudwatch/metricStream:MetricStream": named("name"),
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": named("name"),
  "aws:cloudwatch/dashboard:Dashboard": named("dashboardName"),
  "aws:cloudtrail/trail:Trail": named("name"),
  "aws:synthetics/canary:Canary": named("name"),
  "aws:backup/vault:Vault": named("name"),
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": named("name"),
  "aws:budgets/budget:Budget": named("name"),
  "aws:costexplorer/anomalySubscription:AnomalySubscription": named("name"),
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": named("configurationName"),
  "aws:dynamodb/table:Table": named("name"),
  "aws:rum/appMonitor:AppMonitor": named("name"),
  "aws:elasticache/serverlessCache:ServerlessCache": named("name"),
  "aws:elasticache/user:User": named("userId"),
  "aws:elasticache/userGroup:UserGroup": named("userGroupId"),
  "digitalocean:index/app:App": { property: "spec.name", says: "product" },
  "groundwork:hosting:HostedSite": { property: "name", says: "product" },
  "pagerduty:index/service:Service": named("name"),
  "sentry:index/sentryProject:SentryProject": named("slug"),
  "vercel:index/project:Project": { property: "name", says: "product" },
  "supabase:index/project:Project": { property: "name", says: "product" },
};

/** The name that the program gives; absent where Pulumi makes one, which no other stack can have. */
export function givenName(resource: DeclaredResource): Reading {
  const row = namedTypes[resource.type];
  if (!row) return { state: "absent" };
  const reading = readProperty(resource.inputs, row.property.split("."));
  // The engine shows the name that it made, and a check without an engine none.
  const text = textOf(reading);
  const made = text !== undefined && isMadeOf(text, resource.name);
  return made ? { state: "absent" } : reading;
}

/** `logs-key-1a2b3c4` is what Pulumi makes of `logs-key`. */
function isMadeOf(text: string, name: string): boolean {
  return text.startsWith(`${name}-`) && /^[0-9a-f]{7}$/.test(text.slice(name.length + 1));
}
