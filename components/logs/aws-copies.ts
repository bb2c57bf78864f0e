import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Transform } from "../component";
import type { PolicyDocument } from "../policy-document";
import { tagsOf } from "../tags";
import { declareGroup, type LogSite } from "./aws";
import { senderRights, senderTrust, writerRights, writerTrust } from "./copies-documents";
import { type CopiesSpec, copiesSpec } from "./copies-spec";
import type { Place } from "./documents";

/** The last word on each child that copies metrics. */
export interface CopiesTransforms {
  /** Called for the role that CloudWatch takes and for the one that Firehose takes. */
  role?: Transform<aws.iam.RoleArgs> | undefined;
  /** Called for what each of them may do. */
  rights?: Transform<aws.iam.RolePolicyArgs> | undefined;
  /** Where Firehose logs what it could not write. */
  logStream?: Transform<aws.cloudwatch.LogStreamArgs> | undefined;
  /** What carries values to the bucket. */
  delivery?: Transform<aws.kinesis.FirehoseDeliveryStreamArgs> | undefined;
  /** What hands values on. */
  stream?: Transform<aws.cloudwatch.MetricStreamArgs> | undefined;
}

interface CopiesSite extends LogSite {
  spec: CopiesSpec;
  copiesTransforms: CopiesTransforms;
}

// Requirement: ALRT-19
/**
 * Copies what alarms look at out of CloudWatch and into a bucket, where it stays whatever becomes of CloudWatch's own. The
 * stream, its two roles and the log of its failures; nothing without a bucket.
 */
export function declareCopies(
  site: LogSite,
  bucket: pulumi.Input<string> | undefined,
  copiesTransforms: CopiesTransforms,
): void {
  const spec = copiesSpec(site.args);
  if (!spec || bucket === undefined) return;
  const own: CopiesSite = { ...site, spec, copiesTransforms };
  const delivery = declareDelivery(own, pulumi.output(bucket));
  const sender = declareRole(own, "sender", {
    name: spec.senderName,
    trust: senderTrust,
    rights: site.place.apply((place) => senderRights(place, spec.name)),
  });
  const args: aws.cloudwatch.MetricStreamArgs = {
    name: spec.name,
    roleArn: sender.role.arn,
    firehoseArn: delivery.arn,
    outputFormat: "json",
    includeFilters: spec.metrics,
    tags: tagsOf(site.args),
  };
  new aws.cloudwatch.MetricStream(
    ...child(site.parent, "copies-stream", args, {
      dependsOn: [sender.rights],
      deleteBeforeReplace: true,
      transform: copiesTransforms.stream,
    }),
  );
}

/** Values wait at most 15 minutes, encrypted, and arrive as one file of lines of JSON. */
function declareDelivery(
  site: CopiesSite,
  bucket: pulumi.Output<string>,
): aws.kinesis.FirehoseDeliveryStream {
  const { parent, args, spec, place, copiesTransforms: transforms } = site;
  const { logStream, name: groupName } = declareFailureLog(site);
  const { folder, logStreamName } = spec;
  const writer = declareRole(site, "writer", {
    name: spec.writerName,
    trust: writerTrust,
    rights: pulumi
      .all([place, bucket])
      .apply(([it, name]) =>
        writerRights(it, { bucket: name, folder, groupName: spec.groupName, logStreamName }),
      ),
  });
  const deliveryArgs: aws.kinesis.FirehoseDeliveryStreamArgs = {
    name: spec.name,
    destination: "extended_s3",
    serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" },
    extendedS3Configuration: {
      roleArn: writer.role.arn,
      bucketArn: bucket.apply((name) => `arn:aws:s3:::${name}`),
      prefix: spec.prefix,
      errorOutputPrefix: spec.errorPrefix,
      bufferingInterval: 900,
      bufferingSize: 64,
      compressionFormat: "GZIP",
      cloudwatchLoggingOptions: {
        enabled: true,
        logGroupName: groupName,
        logStreamName: logStream.name,
      },
    },
    tags: tagsOf(args),
  };
  return new aws.kinesis.FirehoseDeliveryStream(
    ...child(parent, "copies-delivery", deliveryArgs, {
      dependsOn: [writer.rights],
      deleteBeforeReplace: true,
      transform: transforms.delivery,
    }),
  );
}

/** Firehose makes no log stream by itself, and logs nothing without one. */
function declareFailureLog(site: CopiesSite) {
  const { parent, spec, copiesTransforms: transforms } = site;
  const { name } = declareGroup(site, "copies-group", spec.groupName, "metric-copies");
  const args: aws.cloudwatch.LogStreamArgs = { name: spec.logStreamName, logGroupName: name };
  const logStream = new aws.cloudwatch.LogStream(
    ...child(parent, "copies-log", args, {
      deleteBeforeReplace: true,
      transform: transforms.logStream,
    }),
  );
  return { name, logStream };
}

interface RoleSpec {
  name: string;
  trust: (account: string) => PolicyDocument;
  rights: pulumi.Output<PolicyDocument>;
}

function declareRole(
  { parent, args, place, copiesTransforms: transforms }: CopiesSite,
  who: "sender" | "writer",
  spec: RoleSpec,
) {
  const roleArgs: aws.iam.RoleArgs = {
    name: spec.name,
    description:
      who === "sender"
        ? "Hands metrics on to Firehose"
        : "Writes copies of metrics to their bucket",
    assumeRolePolicy: place.apply(({ account }: Place) => JSON.stringify(spec.trust(account))),
    tags: tagsOf(args),
  };
  const role = new aws.iam.Role(
    ...child(parent, `copies-${who}`, roleArgs, {
      deleteBeforeReplace: true,
      transform: transforms.role,
    }),
  );
  const rightsArgs: aws.iam.RolePolicyArgs = {
    name: "copy-metrics",
    role: role.name,
    policy: spec.rights.apply((rights) => JSON.stringify(rights)),
  };
  const rights = new aws.iam.RolePolicy(
    ...child(parent, `copies-${who}-rights`, rightsArgs, { transform: transforms.rights }),
  );
  return { role, rights };
}
