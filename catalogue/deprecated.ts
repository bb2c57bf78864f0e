/**
 * Day on which the lists of this file were last compared with the SDKs.
 * @public
 */
export const deprecatedCheckedOn = "2026-11-21";

/** Settings of a bucket that are resources of their own by now, and were other types in between. */
const ofBucket = {
  accelerationStatus: "BucketAccelerateConfiguration",
  acl: "BucketAcl",
  corsRules: "BucketCorsConfiguration",
  grants: "BucketAcl",
  lifecycleRules: "BucketLifecycleConfiguration",
  logging: "BucketLogging",
  objectLockConfiguration: "BucketObjectLockConfiguration",
  policy: "BucketPolicy",
  replicationConfiguration: "BucketReplicationConfig",
  requestPayer: "BucketRequestPaymentConfiguration",
  serverSideEncryptionConfiguration: "BucketServerSideEncryptionConfiguration",
  versioning: "BucketVersioning",
  website: "BucketWebsiteConfiguration",
} as const;

/** Kinds of S3 that were renamed, each from the same name with `V2` after it. */
const renamed = [
  "Bucket",
  "BucketAccelerateConfiguration",
  "BucketAcl",
  "BucketCorsConfiguration",
  "BucketLifecycleConfiguration",
  "BucketLogging",
  "BucketObjectLockConfiguration",
  "BucketRequestPaymentConfiguration",
  "BucketServerSideEncryptionConfiguration",
  "BucketVersioning",
  "BucketWebsiteConfiguration",
] as const;

/** Kinds of S3 whose `expectedBucketOwner` goes without anything in its place. */
const owned = [...renamed.slice(1), "BucketAbac", "BucketMetadataConfiguration"];

const s3Type = (kind: string) => `aws:s3/b${kind.slice(1)}:${kind}`;

/**
 * Types that their provider will drop, and what takes their place. Source: `@deprecated` on the classes of @pulumi/aws
 * 7.48.0; @pulumi/github, @pulumi/random and @pulumiverse/vercel have none. A test compares them.
 */
export const deprecatedTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(renamed.map((kind) => [s3Type(`${kind}V2`), `aws.s3.${kind}`])),
  "aws:lambda/microvmsImage:MicrovmsImage": "aws.lambdamicrovms.Image",
};

/** What to do in place of a deprecated input; null where nothing has to be done but to leave it out. */
type Instead = Readonly<Record<string, string | null>>;

const secretOfGithub = { encryptedValue: "valueEncrypted", plaintextValue: "value" };

/**
 * Inputs that their provider will drop, by type; types that are deprecated themselves are left out. Source:
 * `@deprecated` on the arguments in the same SDKs, for services that a web product is built on. A test compares them.
 */
export const deprecatedInputs: Readonly<Record<string, Instead>> = {
  "aws:cfg/aggregateAuthorization:AggregateAuthorization": { region: "authorizedAwsRegion" },
  "aws:cloudwatch/eventRule:EventRule": { isEnabled: "state" },
  "aws:guardduty/detector:Detector": { datasources: "aws.guardduty.DetectorFeature" },
  "aws:guardduty/organizationConfiguration:OrganizationConfiguration": {
    datasources: "aws.guardduty.OrganizationConfigurationFeature",
  },
  [s3Type("Bucket")]: Object.fromEntries(
    Object.entries(ofBucket).map(([input, kind]) => [input, `aws.s3.${kind}`]),
  ),
  ...Object.fromEntries(owned.map((kind) => [s3Type(kind), { expectedBucketOwner: null }])),
  "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret": secretOfGithub,
  "github:index/actionsOrganizationSecret:ActionsOrganizationSecret": {
    ...secretOfGithub,
    destroyOnDrift: null,
    selectedRepositoryIds: "github.ActionsOrganizationSecretRepositories",
  },
  "github:index/actionsSecret:ActionsSecret": { ...secretOfGithub, destroyOnDrift: null },
  "github:index/dependabotOrganizationSecret:DependabotOrganizationSecret": {
    ...secretOfGithub,
    selectedRepositoryIds: "github.DependabotOrganizationSecretRepositories",
  },
  "github:index/dependabotSecret:DependabotSecret": secretOfGithub,
  "github:index/repository:Repository": {
    defaultBranch: "github.BranchDefault",
    hasDownloads: null,
    ignoreVulnerabilityAlertsDuringRead: null,
    pages: "github.RepositoryPages",
    private: "visibility",
    vulnerabilityAlerts: "github.RepositoryVulnerabilityAlerts",
  },
  "github:index/repositoryFile:RepositoryFile": {
    autocreateBranch: "github.Branch",
    autocreateBranchSourceBranch: "github.Branch",
    autocreateBranchSourceSha: "github.Branch",
  },
  "github:index/team:Team": { createDefaultMaintainer: "github.TeamMembers" },
  "github:index/teamMembers:TeamMembers": { teamId: "teamSlug" },
  "random:index/randomPassword:RandomPassword": { number: "numeric" },
  "random:index/randomString:RandomString": { number: "numeric" },
  "vercel:index/project:Project": {
    previewComments: "enablePreviewFeedback",
    publicSource: null,
    serverlessFunctionRegion: "resourceConfig.functionDefaultRegions",
  },
  "vercel:index/teamMember:TeamMember": { userId: "email" },
};
