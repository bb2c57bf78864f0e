import { document, trustOfService } from "../policy-document";

/** Who may run a canary: AWS Lambda, on which Synthetics runs it. */
export const canaryTrust = trustOfService("lambda.amazonaws.com");

/** Folder of the bucket for what runs leave behind. */
export const artifactFolder = "runs";

/**
 * What Synthetics needs of a canary's role. Two actions know no narrower resource than `*`: the list of buckets, by which
 * the runtime finds its own, and metrics, which a condition limits to the namespace of Synthetics.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
 */
export function canaryRights(bucket: string, names: readonly string[]) {
  const arn = `arn:aws:s3:::${bucket}`;
  return document(
    {
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:GetObject"],
      Resource: `${arn}/${artifactFolder}/*`,
    },
    { Effect: "Allow", Action: "s3:GetBucketLocation", Resource: arn },
    { Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" },
    {
      Effect: "Allow",
      Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: names.map((name) => `arn:aws:logs:*:*:log-group:/aws/lambda/cwsyn-${name}-*`),
    },
    {
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
    },
  );
}
