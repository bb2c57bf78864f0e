/**
 * Day on which the list of this file was last compared with the SDK.
 * @public
 */
export const awsTagsCheckedOn = "2026-11-21";

/**
 * Kinds of resources that take tags, by module of the AWS SDK, for the services that a web product is built on.
 * Source: the declarations of @pulumi/aws 7.48.0; a test compares them.
 */
const kinds: Readonly<Record<string, readonly string[]>> = {
  accessanalyzer: ["analyzer"],
  acm: ["certificate"],
  apigatewayv2: ["api", "domainName", "stage", "vpcLink"],
  backup: [
    "framework",
    "logicallyAirGappedVault",
    "plan",
    "reportPlan",
    "restoreTestingPlan",
    "vault",
  ],
  budgets: ["budget", "budgetAction"],
  cfg: ["aggregateAuthorization", "configurationAggregator", "rule"],
  chatbot: ["slackChannelConfiguration", "teamsChannelConfiguration"],
  cloudfront: [
    "anycastIpList",
    "connectionFunction",
    "connectionGroup",
    "distribution",
    "distributionTenant",
    "function",
    "keyValueStore",
    "multitenantDistribution",
    "trustStore",
    "vpcOrigin",
  ],
  cloudtrail: ["eventDataStore", "trail"],
  cloudwatch: [
    "alarmMuteRule",
    "compositeAlarm",
    "contributorInsightRule",
    "contributorManagedInsightRule",
    "eventBus",
    "eventRule",
    "internetMonitor",
    "logAnomalyDetector",
    "logDelivery",
    "logDeliveryDestination",
    "logDeliverySource",
    "logDestination",
    "logGroup",
    "metricAlarm",
    "metricStream",
  ],
  cognito: ["identityPool", "userPool"],
  costexplorer: ["anomalyMonitor", "anomalySubscription", "costCategory"],
  dynamodb: ["table", "tableReplica"],
  elasticache: [
    "cluster",
    "parameterGroup",
    "replicationGroup",
    "reservedCacheNode",
    "serverlessCache",
    "subnetGroup",
    "user",
    "userGroup",
  ],
  guardduty: [
    "detector",
    "filter",
    "iPSet",
    "malwareProtectionPlan",
    "publishingDestination",
    "threatIntelSet",
  ],
  iam: [
    "instanceProfile",
    "openIdConnectProvider",
    "policy",
    "role",
    "samlProvider",
    "serverCertificate",
    "serviceLinkedRole",
    "user",
    "virtualMfaDevice",
  ],
  kinesis: [
    "analyticsApplication",
    "firehoseDeliveryStream",
    "stream",
    "streamConsumer",
    "videoStream",
  ],
  kms: ["externalKey", "key", "replicaExternalKey", "replicaKey"],
  lambda: [
    "capacityProvider",
    "codeSigningConfig",
    "eventSourceMapping",
    "function",
    "microvmsImage",
  ],
  oam: ["link", "sink"],
  resourcegroups: ["group"],
  route53: [
    "healthCheck",
    "profilesAssociation",
    "profilesProfile",
    "resolverEndpoint",
    "resolverFirewallDomainList",
    "resolverFirewallRuleGroup",
    "resolverFirewallRuleGroupAssociation",
    "resolverQueryLogConfig",
    "resolverRule",
    "zone",
  ],
  rum: ["appMonitor"],
  s3: [
    "accessPoint",
    "bucket",
    "bucketObject",
    "bucketObjectv2",
    "bucketV2",
    "directoryBucket",
    "filesAccessPoint",
    "filesFileSystem",
    "objectCopy",
    "vectorsIndex",
    "vectorsVectorBucket",
  ],
  scheduler: ["scheduleGroup"],
  secretsmanager: ["secret"],
  securityhub: ["accountV2", "aggregatorV2", "automationRule", "automationRuleV2", "connectorV2"],
  sesv2: [
    "configurationSet",
    "contactList",
    "dedicatedIpPool",
    "emailIdentity",
    "multiRegionEndpoint",
    "tenant",
  ],
  sns: ["topic"],
  sqs: ["queue"],
  ssm: [
    "activation",
    "association",
    "contactsRotation",
    "document",
    "maintenanceWindow",
    "parameter",
    "patchBaseline",
    "quicksetupConfigurationManager",
  ],
  synthetics: ["canary", "group"],
  wafv2: ["ipSet", "regexPatternSet", "ruleGroup", "webAcl"],
};

/** Type tokens of resources of AWS that take tags. */
export const taggableTypes: ReadonlySet<string> = new Set(
  Object.entries(kinds).flatMap(([module, names]) => names.map((name) => tokenOf(module, name))),
);

/** `s3`, `bucket` → `aws:s3/bucket:Bucket`. */
function tokenOf(module: string, name: string): string {
  return `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
