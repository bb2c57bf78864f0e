/** Inputs of a resource, in clear or not: a secret is no text and names nothing. */
export type Inputs = Readonly<Record<string, unknown>>;

type IdOf = (inputs: Inputs) => string | undefined;

/** Texts of inputs with a separator between them; undefined where one is missing. */
function joined(separator: string, ...names: readonly string[]): IdOf {
  return (inputs) => {
    const parts = names.map((name) => inputs[name]);
    return parts.every(isName) ? parts.join(separator) : undefined;
  };
}

const is = (name: string) => joined("", name);
const ofBucket = is("bucket");
const ofRepository = is("repository");

/** A domain's id begins with the team where one is named. */
const ofDomain: IdOf = (inputs) => {
  const team = inputs.teamId === undefined ? [] : ["teamId"];
  return joined("/", ...team, "projectId", "domain")(inputs);
};

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/**
 * The id by which a provider imports a resource, where the resource's inputs tell it. Types that are not listed get an id
 * from the provider when they are made. Source: the section "Import" of each type's page in the provider's documentation.
 */
const ids: Readonly<Record<string, IdOf>> = {
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": is("name"),
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": joined(
    ":",
    "name",
    "restoreTestingPlanName",
  ),
  "aws:backup/vault:Vault": is("name"),
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": is("backupVaultName"),
  "aws:cloudwatch/alarmMuteRule:AlarmMuteRule": is("name"),
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": is("alarmName"),
  "aws:cloudwatch/dashboard:Dashboard": is("dashboardName"),
  "aws:cloudwatch/logGroup:LogGroup": is("name"),
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": joined(":", "logGroupName", "name"),
  "aws:cloudwatch/logStream:LogStream": joined(":", "logGroupName", "name"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": is("name"),
  "aws:cloudwatch/metricStream:MetricStream": is("name"),
  "aws:elasticache/serverlessCache:ServerlessCache": is("name"),
  "aws:elasticache/user:User": is("userId"),
  "aws:elasticache/userGroup:UserGroup": is("userGroupId"),
  "aws:iam/role:Role": is("name"),
  "aws:iam/rolePolicy:RolePolicy": joined(":", "role", "name"),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": joined("/", "role", "policyArn"),
  "aws:lambda/function:Function": is("name"),
  "aws:rum/appMonitor:AppMonitor": is("name"),
  "aws:s3/bucket:Bucket": ofBucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ofBucket,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": ofBucket,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ofBucket,
  "aws:s3/bucketPolicy:BucketPolicy": ofBucket,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ofBucket,
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ofBucket,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration":
    ofBucket,
  "aws:s3/bucketVersioning:BucketVersioning": ofBucket,
  "aws:sns/topicPolicy:TopicPolicy": is("arn"),
  "aws:synthetics/canary:Canary": is("name"),
  "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret": joined(
    ":",
    ...["repository", "environment", "secretName"],
  ),
  "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions": ofRepository,
  "github:index/actionsSecret:ActionsSecret": joined(":", "repository", "secretName"),
  "github:index/branchDefault:BranchDefault": ofRepository,
  "github:index/repository:Repository": is("name"),
  "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates":
    ofRepository,
  "github:index/repositoryEnvironment:RepositoryEnvironment": joined(
    ":",
    ...["repository", "environment"],
  ),
  "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts": ofRepository,
  "github:index/teamRepository:TeamRepository": joined(":", "teamId", "repository"),
  "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions": ofRepository,
  "sentry:index/sentryProject:SentryProject": joined("/", "organization", "slug"),
  "sentry:index/sentryTeam:SentryTeam": joined("/", "organization", "slug"),
  "supabase:index/settings:Settings": is("projectRef"),
  "supabase-admin:index/backupSchedule:BackupSchedule": is("projectRef"),
  "supabase-admin:index/bucket:Bucket": joined("/", "projectRef", "name"),
  "supabase-admin:index/customHostname:CustomHostname": is("projectRef"),
  "supabase-admin:index/functionJwt:FunctionJwt": joined("/", "projectRef", "slug"),
  "supabase-admin:index/pitrAddon:PitrAddon": is("projectRef"),
  "supabase-admin:index/pooler:Pooler": is("projectRef"),
  "supabase-admin:index/readReplica:ReadReplica": joined("/", "projectRef", "region"),
  "supabase-admin:index/realtimeConfig:RealtimeConfig": is("projectRef"),
  "vercel:index/firewallConfig:FirewallConfig": joined("/", "teamId", "projectId"),
  "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention": joined(
    "/",
    "teamId",
    "projectId",
  ),
  "vercel:index/projectDomain:ProjectDomain": ofDomain,
};

/** The id by which `pulumi import` finds a resource of this type and these inputs; undefined where they do not tell it. */
export function importId(type: string, inputs: Inputs): string | undefined {
  return Object.hasOwn(ids, type) ? ids[type]?.(inputs) : undefined;
}

/** Types whose resources are found by their inputs. */
export const typesFoundByInputs: readonly string[] = Object.keys(ids);
