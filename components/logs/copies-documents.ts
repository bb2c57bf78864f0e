import { document, type PolicyDocument, trustOfService } from "../policy-document";
import { groupArn, type Place } from "./documents";

/** A delivery stream of Firehose. */
export const deliveryArn = ({ account, region }: Place, name: string): string =>
  `arn:aws:firehose:${region}:${account}:deliverystream/${name}`;

/**
 * Lets CloudWatch hand metrics on, and Firehose write them, for this account alone.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html
 */
export const senderTrust = (account: string): PolicyDocument =>
  trustOfService("streams.metrics.cloudwatch.amazonaws.com", { Sid: "Metrics", ...of(account) });

export const writerTrust = (account: string): PolicyDocument =>
  trustOfService("firehose.amazonaws.com", { Sid: "Delivery", ...of(account) });

/** What CloudWatch does: hand values to this one stream. */
export function senderRights(place: Place, stream: string): PolicyDocument {
  return document({
    Sid: "HandOn",
    Effect: "Allow",
    Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
    Resource: deliveryArn(place, stream),
  });
}

interface Written {
  bucket: string;
  folder: string;
  groupName: string;
  logStreamName: string;
}

/**
 * What Firehose does: write below the folder of this bucket, and log what it could not. It deletes nothing.
 * Source: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html, "Amazon S3 destination"
 */
export function writerRights(
  place: Place,
  { bucket, folder, groupName, logStreamName }: Written,
): PolicyDocument {
  const bucketArn = `arn:aws:s3:::${bucket}`;
  return document(
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: bucketArn,
    },
    {
      Sid: "WriteObjects",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      Resource: `${bucketArn}/${folder}*`,
    },
    {
      Sid: "LogFailures",
      Effect: "Allow",
      Action: "logs:PutLogEvents",
      Resource: `${groupArn(place, groupName)}:log-stream:${logStreamName}`,
    },
  );
}

const of = (account: string) => ({ Condition: { StringEquals: { "aws:SourceAccount": account } } });
