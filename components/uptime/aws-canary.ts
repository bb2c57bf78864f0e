import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Transform } from "../component";
import { declareBucket } from "../storage/aws";
import type { S3Transforms } from "../storage/aws-site";
import { bucketSpec } from "../storage/spec";
import { tagsOf } from "../tags";
import { alarmText } from "./alarm-text";
import type { Site } from "./aws";
import type { CanariesSpec, CanarySpec } from "./canary-spec";
import { artifactFolder, canaryRights, canaryTrust } from "./documents";

/** The last word on each child that the canaries need. */
export interface CanaryTransforms {
  /** Called for each canary. */
  canary?: Transform<aws.synthetics.CanaryArgs> | undefined;
  /** The package of the script. */
  canaryScript?: Transform<aws.s3.BucketObjectv2Args> | undefined;
  /** The role that canaries run with. */
  canaryRole?: Transform<aws.iam.RoleArgs> | undefined;
  /** What that role may do. */
  canaryRolePolicy?: Transform<aws.iam.RolePolicyArgs> | undefined;
  /** The bucket of the canaries and its settings. */
  canaryBucket?: S3Transforms | undefined;
}

export interface CanarySite extends Site {
  canaryTransforms: CanaryTransforms;
  /** The test credential. */
  credential: pulumi.Output<string> | undefined;
}

/** What every canary stands on. */
interface Ground {
  bucket: pulumi.Output<string>;
  script: aws.s3.BucketObjectv2;
  role: aws.iam.Role;
  rights: aws.iam.RolePolicy;
}

/** Nothing in it is worth a second version, or keeping a stack from being destroyed. */
const bucketOfRuns = { versioning: false, forceDestroy: true };
/** As its tag says: rules about what people keep leave such a bucket alone. */
const purpose = "runs";

// Requirement: UPT-01, UPT-03, UPT-04, HDR-12, HDR-13, REL-07
/** Declares the canaries, each with its alarm, and one bucket, package and role for all of them. */
export function declareCanaries(site: CanarySite, spec: CanariesSpec): void {
  const ground = declareGround(site, spec);
  for (const canary of spec.canaries) declareCanary(site, spec, { canary, ground });
}

function declareGround(site: CanarySite, spec: CanariesSpec): Ground {
  const { parent, context, canaryTransforms: transforms } = site;
  const bucket = bucketSpec({ vendor: "s3", name: spec.bucket, ...bucketOfRuns });
  const { bucketName } = declareBucket({
    ...{ parent, prefix: "canary", transforms: transforms.canaryBucket ?? {} },
    spec: {
      ...bucket,
      tags: { ...tagsOf(context), ...bucket.tags, Purpose: purpose },
      lifecycle: {
        ...{ ...bucket.lifecycle, expirationDays: spec.artifactDays },
        prefix: `${artifactFolder}/`,
      },
    },
  });
  const script: aws.s3.BucketObjectv2Args = {
    ...{ bucket: bucketName, key: spec.key, contentType: "application/zip" },
    source: new pulumi.asset.AssetArchive(
      Object.fromEntries(
        Object.entries(spec.files).map(([file, text]) => [
          file,
          new pulumi.asset.StringAsset(text),
        ]),
      ),
    ),
    tags: tagsOf(context),
  };
  return {
    bucket: bucketName,
    script: new aws.s3.BucketObjectv2(
      ...child(parent, "canary-script", script, { transform: transforms.canaryScript }),
    ),
    ...declareRole(site, spec),
  };
}

function declareRole(site: CanarySite, { roleName, bucket, canaries }: CanariesSpec) {
  const { parent, context, canaryTransforms: transforms } = site;
  const roleArgs: aws.iam.RoleArgs = {
    name: roleName,
    description: "Lets canaries leave results, logs and metrics",
    assumeRolePolicy: JSON.stringify(canaryTrust),
    tags: tagsOf(context),
  };
  const role = new aws.iam.Role(
    ...child(parent, "canary-role", roleArgs, { transform: transforms.canaryRole }),
  );
  const names = canaries.map(({ name }) => name);
  const policyArgs: aws.iam.RolePolicyArgs = {
    name: "run-canaries",
    role: role.name,
    policy: JSON.stringify(canaryRights(bucket, names)),
  };
  const rights = new aws.iam.RolePolicy(
    ...child(parent, "canary-role-policy", policyArgs, { transform: transforms.canaryRolePolicy }),
  );
  return { role, rights };
}

function declareCanary(
  site: CanarySite,
  spec: CanariesSpec,
  { canary, ground }: { canary: CanarySpec; ground: Ground },
): void {
  const { parent, context, canaryTransforms: transforms, credential } = site;
  const { bucket, script, role, rights } = ground;
  const args: aws.synthetics.CanaryArgs = {
    name: canary.name,
    runtimeVersion: spec.runtimeVersion,
    handler: "canary.handler",
    s3Bucket: script.bucket,
    s3Key: script.key,
    artifactS3Location: pulumi.interpolate`s3://${bucket}/${artifactFolder}`,
    artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } },
    executionRoleArn: role.arn,
    schedule: { expression: rate(canary.interval) },
    runConfig: {
      timeoutInSeconds: 60,
      memoryInMb: 960,
      environmentVariables: {
        CANARY_PART: canary.part,
        ...(canary.part === "smoke" && credential && { SMOKE_CREDENTIAL: credential }),
      },
    },
    startCanary: true,
    deleteLambda: true,
    successRetentionPeriod: spec.artifactDays,
    failureRetentionPeriod: spec.artifactDays,
    tags: tagsOf(context),
  };
  const opts = { dependsOn: [rights], transform: transforms.canary };
  const declared = new aws.synthetics.Canary(...child(parent, `canary-${canary.part}`, args, opts));
  declareCanaryAlarm(site, canary, declared.name);
}

/** A canary that no longer runs publishes nothing: that is as bad as one that fails. */
function declareCanaryAlarm(site: CanarySite, canary: CanarySpec, name: pulumi.Output<string>) {
  const { parent, context, topics, transforms } = site;
  const topic = topics.home[canary.severity];
  const args: aws.cloudwatch.MetricAlarmArgs = {
    name: `${canary.name}-canary`,
    alarmDescription: alarmText(context, {
      what: `The canary found that ${canary.means}`,
      when: `two runs in a row fail, ${canary.interval} minutes apart, or none comes`,
    }),
    namespace: "CloudWatchSynthetics",
    metricName: "SuccessPercent",
    dimensions: { CanaryName: name },
    comparisonOperator: "LessThanThreshold",
    threshold: 100,
    statistic: "Average",
    period: canary.interval * 60,
    evaluationPeriods: 2,
    treatMissingData: "breaching",
    alarmActions: [topic],
    okActions: [topic],
    tags: tagsOf(context),
  };
  const opts = { transform: transforms.alarm };
  new aws.cloudwatch.MetricAlarm(...child(parent, `canary-${canary.part}-alarm`, args, opts));
}

/** As Synthetics writes it. */
function rate(minutes: number): string {
  if (minutes === 60) return "rate(1 hour)";
  return `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})`;
}
