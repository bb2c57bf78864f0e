import { describe, expect, it } from "vitest";
import { canariesSpec } from "../../components/uptime/canary-spec";
import { find, listOf } from "../support/mocks";
import {
  Alarm,
  app,
  type Args,
  Canary,
  Component,
  context,
  declare,
  tags,
  topics,
} from "./uptime-declared";

describe("canaries", () => {
  const smoke = {
    secret: "TOKEN",
    requests: { "sign-in": { host: "app.example.com", path: "/api/login" } },
  };
  const checks: Args["checks"] = {
    app: {
      ...app,
      standby: "standby.example.com",
      expects: { healthReport: true, responseHeaders: true },
    },
    www: {
      fqdn: "www.example.com",
      resourcePath: "/",
      expects: { status: 308, redirect: app.fqdn },
    },
  };
  const Script = "aws:s3/bucketObjectv2:BucketObjectv2";
  const secrets = { TOKEN: "hush" };
  const responseHeaders = { "X-Frame-Options": "DENY" };

  it("are none unless they are asked for", async () => {
    const { resources } = await declare({ checks });
    expect(resources.filter(({ type }) => type === Canary)).toEqual([]);
  });

  it("share one bucket, package and role", async () => {
    const { resources } = await declare({ checks: {}, canary: { smoke }, secrets });
    expect(listOf(resources)).toEqual([
      `${Alarm} uptime-canary-certificates-alarm`,
      `${Alarm} uptime-canary-health-alarm`,
      `${Alarm} uptime-canary-smoke-alarm`,
      "aws:iam/role:Role uptime-canary-role",
      "aws:iam/rolePolicy:RolePolicy uptime-canary-role-policy",
      "aws:s3/bucket:Bucket uptime-canary",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration uptime-canary-lifecycle",
      `${Script} uptime-canary-script`,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls uptime-canary-ownership",
      "aws:s3/bucketPolicy:BucketPolicy uptime-canary-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock uptime-canary-public-access",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration uptime-canary-encryption",
      "aws:s3/bucketVersioning:BucketVersioning uptime-canary-versioning",
      `${Canary} uptime-canary-certificates`,
      `${Canary} uptime-canary-health`,
      `${Canary} uptime-canary-smoke`,
      `${Component} uptime`,
    ]);
  });

  it("run the packaged script every five minutes, and start", async () => {
    const { resources } = await declare({ checks, canary: {} });
    const { key } = find(resources, Script).inputs;
    expect(find(resources, Canary, "uptime-canary-health").inputs).toEqual({
      name: "shop-prod-health",
      runtimeVersion: "syn-nodejs-puppeteer-15.0",
      handler: "canary.handler",
      s3Bucket: "shop-prod-canary",
      s3Key: key,
      artifactS3Location: "s3://shop-prod-canary/runs",
      artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } },
      executionRoleArn: undefined,
      schedule: { expression: "rate(5 minutes)" },
      runConfig: {
        timeoutInSeconds: 60,
        memoryInMb: 960,
        environmentVariables: { CANARY_PART: "health" },
      },
      startCanary: true,
      deleteLambda: true,
      successRetentionPeriod: 31,
      failureRetentionPeriod: 31,
      tags,
    });
    expect(find(resources, Canary, "uptime-canary-certificates").inputs).toMatchObject({
      schedule: { expression: "rate(1 hour)" },
      runConfig: { environmentVariables: { CANARY_PART: "certificates" } },
    });
  });

  it("keep what runs leave behind for a while, and the script for ever", async () => {
    const { resources } = await declare({ checks, canary: { artifactDays: 7 } });
    const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    expect(find(resources, lifecycle).inputs.rules).toMatchObject([
      { filter: { prefix: "runs/" }, expiration: { days: 7 }, status: "Enabled" },
    ]);
    expect(find(resources, Script).inputs.key).toMatch(/^scripts\/[0-9a-f]{16}\.zip$/);
  });

  it("get another package when the plan is another", async () => {
    const keyOf = async (args: Args) =>
      find((await declare(args)).resources, Script).inputs.key as string;
    const key = await keyOf({ checks, canary: {} });
    expect(await keyOf({ checks, canary: {} })).toBe(key);
    expect(await keyOf({ checks, canary: { certificateDays: 30 } })).not.toBe(key);
    expect(await keyOf({ checks, canary: {}, responseHeaders })).not.toBe(key);
  });

  it("ask every checked host, and the standby in the name of its host", () => {
    const spec = canariesSpec({ ...context, checks, canary: { smoke } }, responseHeaders);
    const { canaries, files, credential } = spec ?? fail();
    expect(canaries.map(({ name }) => name)).toEqual([
      "shop-prod-health",
      "shop-prod-certificates",
      "shop-prod-smoke",
    ]);
    expect(credential).toBe("TOKEN");
    expect(JSON.parse(files["nodejs/node_modules/plan.json"] ?? "")).toEqual({
      certificateDays: 21,
      targets: [
        {
          ...{ host: app.fqdn, port: 443, path: "/api/health", status: 200, health: true },
          headers: responseHeaders,
        },
        {
          ...{ host: app.fqdn, port: 443, connectTo: "standby.example.com", path: "/" },
          ...{ status: 200, health: false, headers: {} },
        },
        {
          ...{ host: "www.example.com", port: 443, path: "/", status: 308, health: false },
          ...{ redirect: app.fqdn, headers: {} },
        },
      ],
      smoke: [
        {
          ...{ name: "sign-in", host: app.fqdn, port: 443, path: "/api/login", method: "GET" },
          ...{ authenticated: false, status: 200 },
        },
      ],
    });
    expect(files["nodejs/node_modules/canary.js"]).toContain("handler");
  });

  it("have alarms at home that miss no silence", async () => {
    const { resources } = await declare({ checks, canary: { interval: 1 } });
    expect(find(resources, Alarm, "uptime-canary-health-alarm").inputs).toMatchObject({
      name: "shop-prod-health-canary",
      namespace: "CloudWatchSynthetics",
      metricName: "SuccessPercent",
      dimensions: { CanaryName: "shop-prod-health" },
      comparisonOperator: "LessThanThreshold",
      threshold: 100,
      period: 60,
      evaluationPeriods: 2,
      treatMissingData: "breaching",
      alarmActions: [topics.home.critical],
    });
    const certificates = find(resources, Alarm, "uptime-canary-certificates-alarm").inputs;
    expect(certificates).toMatchObject({ alarmActions: [topics.home.warning], period: 3600 });
    expect(certificates.alarmDescription).toMatch(
      /^The canary found that a certificate is valid for fewer than 21 days\. /,
    );
    expect(certificates).not.toHaveProperty("region");
  });

  it("may leave results, logs and metrics, and nothing else", async () => {
    const { resources } = await declare({ checks, canary: {} });
    const { policy } = find(resources, "aws:iam/rolePolicy:RolePolicy").inputs;
    const { Statement } = JSON.parse(String(policy)) as { Statement: Record<string, unknown>[] };
    expect(Statement.filter(({ Resource }) => Resource === "*")).toEqual([
      { Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" },
      {
        Effect: "Allow",
        Action: "cloudwatch:PutMetricData",
        Resource: "*",
        Condition: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
      },
    ]);
    expect(Statement.flatMap(({ Action }) => Action)).toEqual([
      "s3:PutObject",
      "s3:GetObject",
      "s3:GetBucketLocation",
      "s3:ListAllMyBuckets",
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "cloudwatch:PutMetricData",
    ]);
    const { assumeRolePolicy } = find(resources, "aws:iam/role:Role").inputs;
    expect(JSON.parse(String(assumeRolePolicy))).toMatchObject({
      Statement: [{ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
  });

  it("get the test credential as a secret, the one canary that needs it, and show it nowhere", async () => {
    const { resources } = await declare({ checks, canary: { smoke }, secrets });
    const canary = find(resources, Canary, "uptime-canary-smoke");
    expect(canary.inputs).toMatchObject({
      runConfig: { environmentVariables: { CANARY_PART: "smoke", SMOKE_CREDENTIAL: "hush" } },
    });
    expect(canary.secretInputs).toEqual(["runConfig"]);
    const others = resources.filter((it) => it !== canary);
    expect(JSON.stringify(others)).not.toContain("hush");
  });

  it("are declared the same while nothing is known yet", async () => {
    const { resources } = await declare({ checks, canary: {} }, true);
    expect(find(resources, Canary, "uptime-canary-health").inputs).toMatchObject({
      name: "shop-prod-health",
      startCanary: true,
    });
    expect(find(resources, Alarm, "uptime-app-alarm").inputs).toMatchObject({ threshold: 1 });
  });

  it.each([
    [{ interval: 0 }, "uptime.canary.interval: 0; expected a whole number from 1 to 60"],
    [
      { certificateDays: 91 },
      "uptime.canary.certificateDays: 91; expected a whole number from 1 to 90",
    ],
    [
      { artifactDays: 0.5 },
      "uptime.canary.artifactDays: 0.5; expected a whole number from 1 to 455",
    ],
    [
      { smoke: { ...smoke, secret: "OTHER" } },
      "uptime.canary.smoke.secret: OTHER, which has no value; set it: pulumi config set --secret --path 'groundwork:secrets.OTHER'",
    ],
    [
      { smoke: { ...smoke, requests: {} } },
      "uptime.canary.smoke.requests: none; expected at least one request",
    ],
    [
      { smoke: { ...smoke, interval: 61 } },
      "uptime.canary.smoke.interval: 61; expected a whole number from 5 to 60",
    ],
    [
      { smoke: { ...smoke, requests: { home: { host: app.fqdn, path: "home" } } } },
      "uptime.canary.smoke.requests.home.path: home; expected a path that begins with /, such as /api/projects",
    ],
  ])("refuse %o", async (canary, message) => {
    await expect(declare({ checks, canary, secrets })).rejects.toMatchObject({ message });
  });
});

function fail(): never {
  throw new Error("no canaries");
}
