import type { Guard } from "./guards";
import { all, amount, choice, each, flag, presence } from "./measure";

/** What keeps data, code and evidence from being lost, read or forged. */
export const protectionGuards: readonly Guard[] = [
  {
    type: "supabase:index/settings:Settings",
    setting: true,
    read: flag({
      what: "TLS enforced by the database",
      property: "sslEnforcement",
      input: "sslEnforcement",
      strong: true,
      absent: false,
    }),
  },
  {
    type: "supabase-admin:index/functionJwt:FunctionJwt",
    read: flag({
      what: "the function checks its callers",
      property: "verifyJwt",
      input: "functions",
      strong: true,
      absent: true,
    }),
  },
  {
    type: "aws:s3/bucket:Bucket",
    read: flag({
      what: "deleting the bucket deletes its files",
      property: "forceDestroy",
      strong: false,
      absent: false,
    }),
  },
  {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    setting: true,
    read: choice({
      what: "versioning",
      property: "versioningConfiguration.status",
      weakestFirst: ["Disabled", "Suspended", "Enabled"],
      absent: "Disabled",
    }),
  },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    setting: true,
    read: each("rules", undefined, () =>
      choice({
        what: "encryption",
        property: "applyServerSideEncryptionByDefault.sseAlgorithm",
        weakestFirst: ["none", "AES256", "aws:kms", "aws:kms:dsse"],
        absent: "none",
      }),
    ),
  },
  {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    setting: true,
    read: choice({
      what: "object lock mode",
      property: "rule.defaultRetention.mode",
      input: "objectLock",
      weakestFirst: ["none", "GOVERNANCE", "COMPLIANCE"],
      absent: "none",
    }),
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    setting: true,
    read: presence({ what: "copy in another region", property: "rules", input: "replication" }),
  },
  {
    type: "aws:kms/key:Key",
    read: flag({
      what: "key rotation",
      property: "enableKeyRotation",
      strong: true,
      absent: false,
    }),
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    read: presence({ what: "encryption with a key of our own", property: "kmsKeyId" }),
  },
  {
    type: "aws:cloudwatch/metricStream:MetricStream",
    setting: true,
    read: presence({
      what: "copies of the metrics that alarms look at",
      property: "firehoseArn",
      input: "metricCopies",
    }),
  },
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    read: flag({
      what: "encryption of what is on its way",
      property: "serverSideEncryption.enabled",
      strong: true,
      absent: false,
    }),
  },
  {
    type: "aws:cloudtrail/trail:Trail",
    setting: true,
    read: all(
      flag({
        what: "audit trail",
        property: "enableLogging",
        input: "trail",
        strong: true,
        absent: true,
      }),
      flag({
        what: "audit trail of all regions",
        property: "isMultiRegionTrail",
        strong: true,
        absent: false,
      }),
      flag({
        what: "proof that the trail is whole",
        property: "enableLogFileValidation",
        strong: true,
        absent: false,
      }),
    ),
  },
  {
    type: "github:index/branchProtection:BranchProtection",
    setting: true,
    read: all(
      flag({ what: "force pushes", property: "allowsForcePushes", strong: false, absent: false }),
      flag({
        what: "deletion of the branch",
        property: "allowsDeletions",
        strong: false,
        absent: false,
      }),
      flag({
        what: "rules hold for admins",
        property: "enforceAdmins",
        strong: true,
        absent: false,
      }),
      flag({
        what: "signed commits",
        property: "requireSignedCommits",
        strong: true,
        absent: false,
      }),
      amount({
        what: "approving reviews",
        property: "requiredPullRequestReviews[0].requiredApprovingReviewCount",
        absent: { strength: 0, text: "none" },
      }),
      presence({ what: "required checks", property: "requiredStatusChecks[0].contexts[0]" }),
    ),
  },
  {
    type: "github:index/repositoryEnvironment:RepositoryEnvironment",
    read: all(
      flag({
        what: "admins bypass the reviewers",
        property: "canAdminsBypass",
        strong: false,
        absent: true,
      }),
      flag({
        what: "nobody approves their own",
        property: "preventSelfReview",
        strong: true,
        absent: false,
      }),
      presence({ what: "reviewers of deployments", property: "reviewers[0]" }),
    ),
  },
  {
    type: "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts",
    setting: true,
    read: flag({
      what: "alerts on vulnerable packages",
      property: "enabled",
      strong: true,
      absent: false,
    }),
  },
  {
    type: "vercel:index/firewallConfig:FirewallConfig",
    setting: true,
    read: flag({
      what: "firewall",
      property: "enabled",
      input: "firewall",
      strong: true,
      absent: true,
    }),
  },
  {
    type: "vercel:index/project:Project",
    read: all(
      flag({
        what: "builds of forks wait for a member",
        property: "gitForkProtection",
        strong: true,
        absent: true,
      }),
      flag({
        what: "source maps behind sign-in",
        property: "protectedSourcemaps",
        strong: true,
        absent: false,
      }),
    ),
  },
  {
    type: "aws:route53/zone:Zone",
    read: flag({
      what: "deleting the zone deletes its records",
      property: "forceDestroy",
      strong: false,
      absent: false,
    }),
  },
];
