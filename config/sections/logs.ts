import { z } from "zod";
import { retentionDays } from "../../catalogue/cloudwatch-logs";
import { deliveryFolder, deliveryFolderShape } from "../../catalogue/firehose";
import { awsMetrics, type AwsNamespace } from "../../core/aws-metrics";
import { logMetrics, type LogMetricName } from "../../core/log-metrics";
import { hostName, text } from "../formats";

const metricNames = Object.keys(logMetrics) as [LogMetricName, ...LogMetricName[]];
const serviceKinds = ["hosting", "container", "worker", "database", "edge-functions"] as const;

const group = z
  .strictObject({
    kind: z.enum(serviceKinds).describe("What runs the service; it decides what can be measured."),
    metrics: z
      .array(z.enum(metricNames))
      .optional()
      .describe("What its lines publish. Default: what groundwork:alerts.level reads."),
  })
  .describe("The log group of one service.");

const registered = (what: string) =>
  text("the name of a secret in groundwork:secretRegistry that AWS Secrets Manager gets").describe(
    what,
  );

const intake = z
  .strictObject({
    drainSecret: registered("What the Vercel drain signs with.").optional(),
    tokenSecret: registered("The bearer token that services send their lines with.").optional(),
    drainService: text("the name of a service")
      .optional()
      .describe("Service that the lines of the Vercel drain belong to.")
      .meta({ default: "web" }),
    maxBodyBytes: z
      .int()
      .min(1024)
      .max(6_000_000)
      .optional()
      .describe("Bytes that one request may bring.")
      .meta({ default: 4_000_000 }),
    reservedConcurrency: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("Copies that run at once at most, so that a flood has a price limit.")
      .meta({ default: 10 }),
    domain: z
      .strictObject({
        host: hostName.describe("Host in front of the intake."),
        certificateArn: z
          .string()
          .regex(
            /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/,
            "the ARN of a certificate of AWS Certificate Manager",
          )
          .describe("Certificate for the host, in the stack's region."),
      })
      .optional()
      .describe("A host of our own. Left out, AWS makes an address up."),
  })
  .describe("The address that takes logs in over HTTPS.");

const trail = z
  .strictObject({
    bucket: text("the key of a bucket in groundwork:storage.buckets").describe(
      "Key of the bucket in groundwork:storage.buckets, of purpose audit.",
    ),
    prefix: text("a folder such as cloudtrail")
      .optional()
      .describe("Folder in the bucket. Left out, none."),
  })
  .describe("The record of every call of the AWS account.");

const awsNamespaces = Object.keys(awsMetrics) as [AwsNamespace, ...AwsNamespace[]];

const metricCopies = z
  .strictObject({
    bucket: text("the key of a bucket in groundwork:storage.buckets").describe(
      "Key of the bucket in groundwork:storage.buckets. Copies stay as long as logs unless it says otherwise.",
    ),
    prefix: z
      .string()
      .regex(deliveryFolder, deliveryFolderShape)
      .optional()
      .describe("Folder in the bucket.")
      .meta({ default: "metrics" }),
    awsNamespaces: z
      .array(z.enum(awsNamespaces))
      .optional()
      .describe(
        "Namespaces of AWS that are copied beside the services' own. Default: AWS/SNS, AWS/ElastiCache where it runs the cache, AWS/RUM where browsers measure.",
      ),
  })
  .describe(
    "Copies of the metrics that alarms look at, out of CloudWatch. Each costs about $0.13 a month.",
  );

/** Where logs go, how long they stay, and who did what. */
export const logsSection = z
  .strictObject({
    retentionInDays: z
      .literal([...retentionDays])
      .optional()
      .describe("Days that lines are kept. Default by tier: 7, 30, 365."),
    encrypted: z
      .boolean()
      .optional()
      .describe("Whether a key of our own encrypts logs and trail. Default by tier: prod true."),
    groups: z
      .record(text("the name of a service"), group)
      .optional()
      .describe("Log groups by service. Default: one for each service of the file."),
    intake: intake.optional(),
    trail: trail.optional(),
    metricCopies: metricCopies.optional(),
  })
  .describe("Logs of all services in one place, the audit trail, and copies of metrics.");

export type LogsSection = z.infer<typeof logsSection>;
