import * as aws from "@pulumi/aws";
import * as github from "@pulumi/github";
import * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import components from "../index";

/* Our program, and beside it what makes a stack large: kinds that many rules look at, in turn. */

const tags = { owner: "platform-team", product: "velocity-platform", tier: "prod" };
const trust = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });

const kinds: readonly ((name: string) => void)[] = [
  (name) => new aws.s3.Bucket(name, { bucket: `velocity-platform-prod-${name}`, tags }),
  (name) =>
    new aws.s3.BucketVersioning(name, {
      bucket: `velocity-platform-prod-${name}`,
      versioningConfiguration: { status: "Enabled" },
    }),
  (name) =>
    new aws.iam.Role(name, {
      name: `velocity-platform-prod-${name}`,
      assumeRolePolicy: trust("lambda.amazonaws.com"),
      tags,
    }),
  (name) =>
    new aws.cloudwatch.MetricAlarm(name, {
      name: `velocity-platform-prod-${name}`,
      namespace: "AWS/SQS",
      metricName: "ApproximateAgeOfOldestMessage",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 600,
      period: 60,
      evaluationPeriods: 5,
      alarmActions: ["arn:aws:sns:ca-central-1:123456789012:on-call"],
      tags,
    }),
  (name) =>
    new aws.cloudwatch.LogGroup(name, {
      name: `/velocity-platform/prod/${name}`,
      retentionInDays: 365,
      tags,
    }),
  (name) => new aws.sqs.Queue(name, { name: `velocity-platform-prod-${name}`, tags }),
  (name) =>
    new vercel.ProjectEnvironmentVariable(name, {
      projectId: "prj_large",
      key: name.toUpperCase().replaceAll("-", "_"),
      value: `https://${name}.example.com`,
      targets: ["production"],
      sensitive: false,
    }),
  (name) =>
    new vercel.ProjectRoute(name, {
      projectId: "prj_large",
      name,
      position: { placement: "end" },
      srcSyntax: "path-to-regexp",
      route: { src: `/${name}`, dest: `https://${name}.example.com`, status: 308 },
    }),
  (name) =>
    new github.ActionsVariable(name, {
      repository: "velocity-platform",
      variableName: name.toUpperCase().replaceAll("-", "_"),
      value: name,
    }),
];

export = async () => {
  const outputs = await components();
  const count = new pulumi.Config("bench").requireNumber("count");
  for (let i = 0; i < count; i++) kinds[i % kinds.length]?.(`large-${i}`);
  return outputs;
};
