import { notification } from "../accepted";
import type { Refusal } from "./refusal";

/** What the provider or the API behind it refuses. */
export const aws: readonly Refusal[] = [
  [
    "healthCheck",
    { type: "HTPS" },
    "type",
    'expected one of HTTP, HTTPS, HTTP_STR_MATCH, HTTPS_STR_MATCH, TCP, CALCULATED, CLOUDWATCH_METRIC, RECOVERY_CONTROL; got "HTPS", did you mean HTTPS?',
  ],
  [
    "healthCheck",
    { requestInterval: 60 },
    "requestInterval",
    "expected one of 10, 30; got number 60",
  ],
  [
    "healthCheck",
    { failureThreshold: 11 },
    "failureThreshold",
    "expected a number from 1 to 10; got 11",
  ],
  [
    "healthCheck",
    { regions: ["us-east-1", "eu-west-1"] },
    "regions",
    "expected at least 3 elements; got 2",
  ],
  [
    "healthCheck",
    { regions: ["us-east-1", "eu-west-1", "eu-central-1"] },
    "regions[2]",
    "expected one of us-east-1, us-west-1, us-west-2, eu-west-1, ap-southeast-1, ap-southeast-2, ap-northeast-1, sa-east-1; got a string of 12 characters",
  ],
  [
    "healthCheck",
    { fqdn: undefined },
    "fqdn",
    "one of fqdn or ipAddress is required when type is HTTPS",
  ],
  [
    "healthCheck",
    { searchString: "ok" },
    "searchString",
    "not allowed when type is not HTTP_STR_MATCH or HTTPS_STR_MATCH",
  ],
  [
    "healthCheck",
    { type: "HTTPS_STR_MATCH" },
    "searchString",
    "required when type is HTTPS_STR_MATCH",
  ],
  [
    "healthCheck",
    { resourcePath: "/" + "a".repeat(255) },
    "resourcePath",
    "expected at most 255 characters; got 256",
  ],
  ["healthCheck", { region: "us-east-1" }, "region", "no such input; did you mean regions?"],
  ["healthCheck", { port: "443" }, "port", "expected a number; got a string of 3 characters"],
  [
    "budget",
    { limitAmount: "120,00" },
    "limitAmount",
    "expected a decimal number as a string, such as 120.0",
  ],
  ["budget", { limitUnit: undefined }, "limitUnit", "required when limitAmount is given"],
  [
    "budget",
    { timeUnit: "WEEKLY" },
    "timeUnit",
    "expected one of MONTHLY, QUARTERLY, ANNUALLY, DAILY; got a string of 6 characters",
  ],
  [
    "budget",
    { notifications: [{ ...notification, subscriberEmailAddresses: undefined }] },
    "notifications[0]",
    "Notification must have at least one subscriber! give subscriberEmailAddresses or subscriberSnsTopicArns",
  ],
  [
    "budget",
    { notifications: [{ ...notification, subscriberEmailAddresses: [] }] },
    "notifications[0]",
    "Notification must have at least one subscriber! give subscriberEmailAddresses or subscriberSnsTopicArns",
  ],
  [
    "budget",
    {
      notifications: [
        { ...notification, subscriberEmailAddresses: Array(11).fill("a@example.com") },
      ],
    },
    "notifications[0].subscriberEmailAddresses",
    "expected at most 10 elements; got 11",
  ],
  [
    "budget",
    { notifications: Array(11).fill(notification) },
    "notifications",
    "expected at most 10 elements; got 11",
  ],
  [
    "budget",
    { notifications: [{ ...notification, threshold: "80" }] },
    "notifications[0].threshold",
    "expected a number; got a string of 2 characters",
  ],
  ["budget", { timePeriodStart: "2026-12-01" }, "timePeriodStart", "expected YYYY-MM-DD_HH:MM"],
  ["budget", { metrics: "UnblendedCost" }, "filterExpression", "required when metrics is given"],
  ["budget", { name: "velocity:dev" }, "name", "expected a name without colon and backslash"],
  [
    "alarm",
    { comparisonOperator: undefined },
    "comparisonOperator",
    "required by AWS, and missing",
  ],
  ["alarm", { evaluationPeriods: undefined }, "evaluationPeriods", "required by AWS, and missing"],
  [
    "alarm",
    { metricName: undefined },
    "metricName",
    "required by AWS unless metricQueries is given",
  ],
  ["alarm", { threshold: undefined }, "threshold", "threshold or thresholdMetricId must be given"],
  ["alarm", { period: 45 }, "period", "expected 10, 20, 30 or a multiple of 60 from 60; got 45"],
  [
    "alarm",
    { extendedStatistic: "p99" },
    "extendedStatistic",
    "only one of statistic or extendedStatistic may be given; got statistic and extendedStatistic",
  ],
  [
    "alarm",
    { datapointsToAlarm: 4 },
    "datapointsToAlarm",
    "must be at most evaluationPeriods (3); got 4",
  ],
  [
    "alarm",
    { treatMissingData: "ok" },
    "treatMissingData",
    "expected one of missing, ignore, breaching, notBreaching; got a string of 2 characters",
  ],
  [
    "alarm",
    { alarmActions: Array(6).fill("arn:aws:sns:us-east-1:1:a") },
    "alarmActions",
    "expected at most 5 elements; got 6",
  ],
  [
    "logGroup",
    { retentionInDays: 31 },
    "retentionInDays",
    "expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; got number 31",
  ],
  [
    "logGroup",
    { logGroupClass: "STANDRD" },
    "logGroupClass",
    'expected one of STANDARD, INFREQUENT_ACCESS, DELIVERY; got "STANDRD", did you mean STANDARD?',
  ],
  ["topic", { fifoTopic: true }, "name", "must end in .fifo for a FIFO"],
  [
    "subscription",
    { protocol: "slack" },
    "protocol",
    "expected one of sqs, sms, lambda, firehose, application, email, email-json, http, https; got a string of 5 characters",
  ],
  ["canary", { handler: "index.run" }, "handler", "expected a name that ends in .handler"],
  [
    "canary",
    { s3Bucket: undefined, s3Key: undefined },
    "zipFile",
    "one of zipFile or s3Bucket must be given",
  ],
  [
    "canary",
    { runConfig: { memoryInMb: 1000 } },
    "runConfig.memoryInMb",
    "expected a multiple of 64 from 960; got 1000",
  ],
  ["canary", { schedule: {} }, "schedule.expression", "required, and missing"],
  [
    "bucket",
    { bucket: "Velocity_Assets" },
    "bucket",
    "expected 3 to 63 lower-case letters, digits, dots and hyphens",
  ],
  [
    "bucket",
    { bucketPrefix: "velocity-" },
    "bucketPrefix",
    "only one of bucket or bucketPrefix may be given; got bucket and bucketPrefix",
  ],
  [
    "encryption",
    {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "AES256",
            kmsMasterKeyId: "alias/key",
          },
        },
      ],
    },
    "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
    "not allowed when sseAlgorithm is AES256",
  ],
  ["encryption", { rules: [] }, "rules", "expected at least 1 element; got 0"],
  [
    "secret",
    { recoveryWindowInDays: 3 },
    "recoveryWindowInDays",
    "expected 0 or a number from 7 to 30; got 3",
  ],
  [
    "secretVersion",
    { secretBinary: "cw==" },
    "secretBinary",
    "only one of secretString, secretBinary or secretStringWo may be given; got secretString and secretBinary",
  ],
  ["record", { ttl: undefined }, "ttl", "required when records is given"],
  ["record", { records: undefined }, "records", "one of records or aliases must be given"],
  [
    "record",
    { weightedRoutingPolicies: [{ weight: 1 }] },
    "setIdentifier",
    "required when weightedRoutingPolicies is given",
  ],
  ["role", { assumeRolePolicy: "{" }, "assumeRolePolicy", "expected a JSON document"],
  [
    "role",
    { maxSessionDuration: 900 },
    "maxSessionDuration",
    "expected a number from 3600 to 43200; got 900",
  ],
  [
    "anomalies",
    { frequency: "IMMEDIATE" },
    "subscribers[0].type",
    "must be SNS when frequency is IMMEDIATE",
  ],
  [
    "backupPlan",
    {
      rules: [
        {
          ruleName: "d",
          targetVaultName: "v",
          lifecycle: { coldStorageAfter: 30, deleteAfter: 60 },
        },
      ],
    },
    "rules[0].lifecycle.deleteAfter",
    "must be at least 90 days after coldStorageAfter (30); got 60",
  ],
];
