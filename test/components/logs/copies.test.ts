import { describe, expect, it } from "vitest";
import { Logs, type LogsArgs } from "../../../components/logs";
import { find, listOf, onMocks, type Registered } from "../../support/mocks";

const Role = "aws:iam/role:Role";
const RolePolicy = "aws:iam/rolePolicy:RolePolicy";
const Group = "aws:cloudwatch/logGroup:LogGroup";
const LogStream = "aws:cloudwatch/logStream:LogStream";
const Delivery = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const MetricStream = "aws:cloudwatch/metricStream:MetricStream";
const Key = "aws:kms/key:Key";

const outputs = {
  [Key]: { arn: "arn:aws:kms:made" },
  [Role]: { arn: "arn:aws:iam::123456789012:role/made" },
  [Delivery]: { arn: "arn:aws:firehose:made" },
};
const calls = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
  "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
};
const declare = (args: LogsArgs, preview = false) =>
  onMocks(() => new Logs("logs", args), { preview, outputs, calls });

const without: LogsArgs = {
  product: "shop",
  tier: "prod",
  owner: "web-team",
  retentionInDays: 365,
  encrypted: true,
  groups: {
    web: { kind: "hosting", metrics: ["Errors5xx", "Duration"] },
    mail: { kind: "container", metrics: [] },
  },
};
const smallest: LogsArgs = {
  ...without,
  metricCopies: { bucket: "metrics" },
  metricBucket: "shop-metrics",
};
const full: LogsArgs = {
  ...smallest,
  metricCopies: { bucket: "metrics", prefix: "cloud/watch", awsNamespaces: ["AWS/SNS"] },
};

const tags = { product: "shop", tier: "prod", owner: "web-team" };
const inputsOf = (resources: readonly Registered[], type: string, name?: string) =>
  find(resources, type, name).inputs;
const statementsOf = (resources: readonly Registered[], type: string, name: string) => {
  const key = type === Role ? "assumeRolePolicy" : "policy";
  const text = String(inputsOf(resources, type, name)[key]);
  return (JSON.parse(text) as { Statement: Record<string, unknown>[] }).Statement;
};
const groupArn = "arn:aws:logs:ca-central-1:123456789012:log-group:/shop/prod/metric-copies";

// Requirement: ALRT-19
describe("copies of metrics", () => {
  it("declare the stream, what carries it, a role for each, a log of failures, and nothing else", async () => {
    const before = listOf((await declare(without)).resources);
    const { resources } = await declare(smallest);
    expect(listOf(resources).filter((one) => !before.includes(one))).toEqual([
      `${Group} logs-copies-group`,
      `${LogStream} logs-copies-log`,
      `${MetricStream} logs-copies-stream`,
      `${Role} logs-copies-sender`,
      `${Role} logs-copies-writer`,
      `${RolePolicy} logs-copies-sender-rights`,
      `${RolePolicy} logs-copies-writer-rights`,
      `${Delivery} logs-copies-delivery`,
    ]);
    expect(before.filter((one) => !listOf(resources).includes(one))).toEqual([]);
  });

  it("name what the product publishes for alarms, and no namespace as a whole", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, MetricStream)).toEqual({
      name: "shop-prod-metrics",
      roleArn: "arn:aws:iam::123456789012:role/made",
      firehoseArn: "arn:aws:firehose:made",
      outputFormat: "json",
      includeFilters: [{ namespace: "shop/prod/web", metricNames: ["Errors5xx", "Duration"] }],
      tags,
    });
    expect(find(resources, MetricStream).options.dependsOn).toContain("logs-copies-sender-rights");
  });

  it("name what AWS publishes where they are asked to", async () => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, MetricStream).includeFilters).toEqual([
      { namespace: "shop/prod/web", metricNames: ["Errors5xx", "Duration"] },
      { namespace: "AWS/SNS", metricNames: ["NumberOfNotificationsFailed"] },
    ]);
  });

  it("wait encrypted, arrive compressed below their folder, and log what fails", async () => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, Delivery)).toEqual({
      name: "shop-prod-metrics",
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" },
      extendedS3Configuration: {
        roleArn: "arn:aws:iam::123456789012:role/made",
        bucketArn: "arn:aws:s3:::shop-metrics",
        prefix: "cloud/watch/values/",
        errorOutputPrefix: "cloud/watch/failed/",
        bufferingInterval: 900,
        bufferingSize: 64,
        compressionFormat: "GZIP",
        cloudwatchLoggingOptions: {
          enabled: true,
          logGroupName: "/shop/prod/metric-copies",
          logStreamName: "delivery",
        },
      },
      tags,
    });
    expect(inputsOf(resources, Group, "logs-copies-group")).toMatchObject({
      name: "/shop/prod/metric-copies",
      retentionInDays: 365,
      kmsKeyId: "arn:aws:kms:made",
    });
    expect(inputsOf(resources, LogStream)).toEqual({
      name: "delivery",
      logGroupName: "/shop/prod/metric-copies",
    });
    expect(JSON.stringify(statementsOf(resources, Key, "logs-key"))).toContain(groupArn);
  });

  it.each([
    ["sender", "Metrics", "streams.metrics.cloudwatch.amazonaws.com"],
    ["writer", "Delivery", "firehose.amazonaws.com"],
  ])("let their service take the %s's role, for this account alone", async (who, Sid, Service) => {
    const { resources } = await declare(full);
    expect(inputsOf(resources, Role, `logs-copies-${who}`)["name"]).toBe(
      `shop-prod-metrics-${who}`,
    );
    expect(statementsOf(resources, Role, `logs-copies-${who}`)).toEqual([
      {
        Sid,
        Effect: "Allow",
        Principal: { Service },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
  });

  it.each([false, true])(
    "may put records into this stream, and write below the folder alone (preview: %s)",
    async (preview) => {
      const { resources } = await declare(full, preview);
      expect(statementsOf(resources, RolePolicy, "logs-copies-sender-rights")).toEqual([
        {
          Sid: "HandOn",
          Effect: "Allow",
          Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
          Resource: "arn:aws:firehose:ca-central-1:123456789012:deliverystream/shop-prod-metrics",
        },
      ]);
      expect(
        statementsOf(resources, RolePolicy, "logs-copies-writer-rights").map(
          ({ Action, Resource }) => [Action, Resource],
        ),
      ).toEqual([
        [
          ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          "arn:aws:s3:::shop-metrics",
        ],
        [
          ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
          "arn:aws:s3:::shop-metrics/cloud/watch/*",
        ],
        ["logs:PutLogEvents", `${groupArn}:log-stream:delivery`],
      ]);
    },
  );

  it("let transforms have the last word", async () => {
    const { resources } = await declare({
      ...full,
      transform: {
        copies: {
          stream: (args) => void (args.outputFormat = "opentelemetry1.0"),
          delivery: (_, opts) => void (opts.protect = true),
        },
      },
    });
    expect(inputsOf(resources, MetricStream)["outputFormat"]).toBe("opentelemetry1.0");
    expect(find(resources, Delivery).options.protect).toBe(true);
  });
});

describe("copies of metrics are refused", () => {
  const none = { web: { kind: "hosting", metrics: [] } } as const;
  it.each<[string, Partial<LogsArgs>, string]>([
    [
      "without a bucket",
      { metricBucket: undefined },
      "logs.metricCopies.bucket: no bucket; pass metricBucket, the bucketName of a StorageBucket",
    ],
    [
      "without a metric, which would copy those of the whole account",
      { groups: { web: { ...none.web, metrics: [] } } },
      "logs.metricCopies: no metric to copy; expected a group with metrics, or a namespace under awsNamespaces",
    ],
    [
      "in a folder that Firehose would read as a pattern",
      { metricCopies: { bucket: "metrics", prefix: "!{timestamp:yyyy}/" } },
      "logs.metricCopies.prefix: !{timestamp:yyyy}/; expected a folder such as metrics, without a slash at either end",
    ],
  ])("%s", async (_, change, message) => {
    await expect(declare({ ...smallest, ...change })).rejects.toMatchObject({ message });
  });
});
