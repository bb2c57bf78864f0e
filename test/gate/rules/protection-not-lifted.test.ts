import { expect, it } from "vitest";
import { protectionGuards } from "../../../gate/lib/protection";
import { protectionNotLifted as rule } from "../../../gate/rules/protection-not-lifted";
import { brief, judge, step } from "../support/changes";
import { describeGuards } from "./guards";

const encryption =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const sealed = (sseAlgorithm: string) => ({
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }],
});
const lock = (mode: string) => ({ rule: { defaultRetention: { mode } } });
const trail = "aws:cloudtrail/trail:Trail";
const branch = "github:index/branchProtection:BranchProtection";
const environment = "github:index/repositoryEnvironment:RepositoryEnvironment";
const project = "vercel:index/project:Project";
const reviews = (requiredApprovingReviewCount: number) => ({
  requiredPullRequestReviews: [{ requiredApprovingReviewCount }],
});

describeGuards(rule, protectionGuards, [
  [
    "supabase:index/settings:Settings",
    { sslEnforcement: true },
    {},
    "TLS enforced by the database true → false",
  ],
  [
    "supabase-admin:index/functionJwt:FunctionJwt",
    {},
    { verifyJwt: false },
    "the function checks its callers true → false",
  ],
  [
    "aws:s3/bucket:Bucket",
    {},
    { forceDestroy: true },
    "deleting the bucket deletes its files false → true",
  ],
  [
    "aws:s3/bucketVersioning:BucketVersioning",
    { versioningConfiguration: { status: "Enabled" } },
    { versioningConfiguration: { status: "Suspended" } },
    "versioning Enabled → Suspended",
  ],
  [encryption, sealed("aws:kms"), sealed("AES256"), "encryption aws:kms → AES256"],
  [encryption, sealed("AES256"), { rules: [] }, "encryption AES256 → none"],
  [
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    lock("COMPLIANCE"),
    lock("GOVERNANCE"),
    "object lock mode COMPLIANCE → GOVERNANCE",
  ],
  [
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    { rules: [{}] },
    {},
    "copy in another region set → none",
  ],
  ["aws:kms/key:Key", { enableKeyRotation: true }, {}, "key rotation true → false"],
  [
    "aws:cloudwatch/logGroup:LogGroup",
    { kmsKeyId: "arn" },
    {},
    "encryption with a key of our own set → none",
  ],
  [trail, {}, { enableLogging: false }, "audit trail true → false"],
  [trail, { isMultiRegionTrail: true }, {}, "audit trail of all regions true → false"],
  [trail, { enableLogFileValidation: true }, {}, "proof that the trail is whole true → false"],
  [branch, {}, { allowsForcePushes: true }, "force pushes false → true"],
  [branch, {}, { allowsDeletions: true }, "deletion of the branch false → true"],
  [branch, { enforceAdmins: true }, {}, "rules hold for admins true → false"],
  [branch, { requireSignedCommits: true }, {}, "signed commits true → false"],
  [branch, reviews(2), reviews(1), "approving reviews 2 → 1"],
  [branch, { requiredStatusChecks: [{ contexts: ["test"] }] }, {}, "required checks set → none"],
  [environment, { canAdminsBypass: false }, {}, "admins bypass the reviewers false → true"],
  [environment, { preventSelfReview: true }, {}, "nobody approves their own true → false"],
  [environment, { reviewers: [{}] }, {}, "reviewers of deployments set → none"],
  [
    "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts",
    { enabled: true },
    { enabled: false },
    "alerts on vulnerable packages true → false",
  ],
  [
    "aws:cloudwatch/metricStream:MetricStream",
    { firehoseArn: "arn" },
    {},
    "copies of the metrics that alarms look at set → none",
  ],
  [
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    { serverSideEncryption: { enabled: true } },
    {},
    "encryption of what is on its way true → false",
  ],
  ["vercel:index/firewallConfig:FirewallConfig", {}, { enabled: false }, "firewall true → false"],
  [project, {}, { gitForkProtection: false }, "builds of forks wait for a member true → false"],
  [project, { protectedSourcemaps: true }, {}, "source maps behind sign-in true → false"],
  [
    "aws:route53/zone:Zone",
    {},
    { forceDestroy: true },
    "deleting the zone deletes its records false → true",
  ],
]);

it("refuses to lift the engine's own protection from anything", () => {
  const type = "random:index/randomPassword:RandomPassword";
  const change = (protect: [boolean, boolean]) => [step({ type, before: {}, after: {}, protect })];
  expect(brief(judge(rule, change([true, false])))).toEqual([
    "fail it: protect true → false: the next update may delete it",
  ]);
  expect(judge(rule, change([true, true]))[0]?.state).toBe("pass");
  expect(judge(rule, change([false, true]))[0]?.state).toBe("not-applicable");
});
