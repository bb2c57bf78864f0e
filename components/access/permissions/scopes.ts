import type { ScopeName } from "./grant";

/** What the ARNs of a stack's resources are made of. */
export interface Reach {
  /** 12 digits. */
  accountId: string;
  product: string;
  tier: string;
  /** Names of the stack's buckets, secrets and budgets, which need not begin with product and tier. */
  buckets: readonly string[];
  secrets: readonly string[];
  budgets: readonly string[];
  /** Names of its serverless caches. */
  caches: readonly string[];
  /** ARNs of functions that alerts call and others keep. */
  responders: readonly string[];
  /** Names of its app monitors. */
  appMonitors: readonly string[];
}

/**
 * ARNs by kind of resource, as narrow as the service tells its resources apart: by name where it has names of ours, else
 * by account. Partition `aws`.
 * Source: Service Authorization Reference,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function scopes(reach: Reach): Record<ScopeName, string[]> {
  return {
    ...named(reach),
    ...inBuckets(reach),
    ...ofCaches(reach),
    ...ofCopies(reach),
    ...ofMonitors(reach),
  };
}

type OfCaches = "cacheLookups" | "cacheNetworks" | "caches";

/** Where there is no cache, no right of one is given. */
function ofCaches({ accountId, caches }: Reach): Record<OfCaches, string[]> {
  const regional = (service: string, rest: string) => `arn:aws:${service}:*:${accountId}:${rest}`;
  const kinds = ["vpc", "vpc-endpoint", "subnet", "security-group"];
  return {
    cacheLookups: caches.length > 0 ? ["*"] : [],
    cacheNetworks: caches.length > 0 ? kinds.map((kind) => regional("ec2", `${kind}/*`)) : [],
    caches: caches.flatMap((name) =>
      [`serverlesscache:${name}`, `user:${name}-*`, `usergroup:${name}`].map((rest) =>
        regional("elasticache", rest),
      ),
    ),
  };
}

type OfMonitors =
  "appMonitors" | "guestPools" | "monitorRole" | "newGuestPools" | "taggedGuestPools";

/** Where browsers are not asked, no right of it is given. */
function ofMonitors({ accountId, appMonitors }: Reach): Record<OfMonitors, string[]> {
  const where = (arns: string[]) => (appMonitors.length > 0 ? arns : []);
  const pools = where([`arn:aws:cognito-identity:*:${accountId}:identitypool/*`]);
  const linked = "aws-service-role/rum.amazonaws.com/AWSServiceRoleForCloudWatchRUM";
  return {
    appMonitors: appMonitors.map((name) => `arn:aws:rum:*:${accountId}:appmonitor/${name}`),
    guestPools: pools,
    monitorRole: where([`arn:aws:iam::${accountId}:role/${linked}`]),
    newGuestPools: where(["*"]),
    taggedGuestPools: pools,
  };
}

type OfCopies = "deliveryStreams" | "metricStreams" | "responders";

/** What leaves CloudWatch: metrics that are copied, and alarms that functions of others act on. */
function ofCopies({ accountId, product, tier, responders }: Reach): Record<OfCopies, string[]> {
  const own = `${product}-${tier}-*`;
  return {
    deliveryStreams: [`arn:aws:firehose:*:${accountId}:deliverystream/${own}`],
    metricStreams: [`arn:aws:cloudwatch:*:${accountId}:metric-stream/${own}`],
    responders: responders.flatMap((arn) => [arn, `${arn}:*`]),
  };
}

type InBuckets = "canaryObjects" | "dumps" | "healthObjects" | "reports";

function inBuckets({ product, tier, buckets }: Reach): Record<InBuckets, string[]> {
  const below = (folder: string) => buckets.map((name) => `arn:aws:s3:::${name}/${folder}`);
  return {
    canaryObjects: [`arn:aws:s3:::${product}-${tier}-canary/*`],
    dumps: below("database/*"),
    // What a served bucket has for those who ask how it is.
    healthObjects: below("health.txt"),
    reports: below("reports/*"),
  };
}

function named(
  reach: Reach,
): Record<Exclude<ScopeName, InBuckets | OfCaches | OfCopies | OfMonitors>, string[]> {
  const { accountId, product, tier, buckets, secrets, budgets } = reach;
  const own = `${product}-${tier}-*`;
  const regional = (service: string, rest: string) => `arn:aws:${service}:*:${accountId}:${rest}`;
  const global = (service: string, rest: string) => `arn:aws:${service}::${accountId}:${rest}`;
  return {
    alarms: [regional("cloudwatch", `alarm:${own}`)],
    anomalyMonitors: ["monitor", "subscription"].map((kind) => global("ce", `anomaly${kind}/*`)),
    apis: ["apis", "apis/*", "domainnames", "domainnames/*", "tags/*"].map(
      (path) => `arn:aws:apigateway:*::/${path}`,
    ),
    backupPlans: [regional("backup", "backup-plan:*")],
    backupVaults: [regional("backup", `backup-vault:${product}-${tier}`)],
    budgets: budgets.flatMap((name) =>
      ["", "/action/*"].map((rest) => global("budgets", `budget/${name}${rest}`)),
    ),
    buckets: [`arn:aws:s3:::${own}`, ...buckets.map((name) => `arn:aws:s3:::${name}`)],
    canaries: [regional("synthetics", `canary:${own}`)],
    // Synthetics names them after the canary.
    canaryFunctions: ["function", "layer"].map((kind) =>
      regional("lambda", `${kind}:cwsyn-${own}`),
    ),
    // CloudFront takes them from here alone.
    certificates: [`arn:aws:acm:us-east-1:${accountId}:certificate/*`],
    changes: ["arn:aws:route53:::change/*"],
    chatChannels: [global("chatbot", `chat-configuration/*/${own}`)],
    dashboards: [global("cloudwatch", `dashboard/${own}`)],
    distributions: ["distribution", "origin-access-control", "response-headers-policy"].map(
      (kind) => global("cloudfront", `${kind}/*`),
    ),
    everything: ["*"],
    functions: [regional("lambda", `function:${own}`)],
    healthChecks: ["arn:aws:route53:::healthcheck/*"],
    identityProviders: [global("iam", "oidc-provider/*")],
    keyAliases: [regional("kms", `alias/${own}`)],
    keys: [regional("kms", "key/*")],
    logGroups: [
      regional("logs", `log-group:/${product}/${tier}/*`),
      regional("logs", `log-group:/aws/*/${own}`),
    ],
    muteRules: [regional("cloudwatch", `alarm-mute-rule:${own}`)],
    newKeys: [regional("kms", "key/*")],
    policies: [global("iam", `policy/${own}`)],
    // AWS Backup adds an id to the name, in which it takes no hyphens.
    restoreTests: [
      regional("backup", `restore-testing-plan:${`${product}_${tier}`.replaceAll("-", "_")}-*`),
    ],
    roles: [
      global("iam", `role/${own}`),
      // The role that copies a bucket is named after the bucket.
      ...buckets.map((name) => global("iam", `role/${name}-*`)),
    ],
    secrets: secrets.map((name) => regional("secretsmanager", `secret:${name}-??????`)),
    topics: [regional("sns", own)],
    trails: [
      regional("cloudtrail", `trail/${product}-${tier}`),
      regional("cloudtrail", `trail/${own}`),
    ],
    zones: ["arn:aws:route53:::hostedzone/*"],
  };
}
