import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diffInputs } from "../../../sandbox/check";
import { type Properties, TestCloud } from "../server/harness";

const canary = "aws:synthetics/canary:Canary";
const object = "aws:s3/bucketObjectv2:BucketObjectv2";
const zone = "aws:route53/zone:Zone";
const record = "aws:route53/record:Record";
const check = "aws:route53/healthCheck:HealthCheck";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
  await cloud.create("aws:s3/bucket:Bucket", "b", { bucket: "made" });
  await cloud.create("aws:iam/role:Role", "r", { name: "made", assumeRolePolicy: "{}" });
});
afterEach(() => cloud.close());

const canaryOf = (more: Properties = {}): Properties => ({
  name: "shop-health",
  runtimeVersion: "syn-nodejs-puppeteer-15.0",
  handler: "canary.handler",
  s3Bucket: "made",
  s3Key: "script.zip",
  artifactS3Location: "s3://made/runs",
  executionRoleArn: "arn:aws:iam::123456789012:role/made",
  schedule: { expression: "rate(5 minutes)" },
  startCanary: true,
  ...more,
});

describe("a canary", () => {
  test("runs under its name, with a Lambda function of its own", async () => {
    const { id, properties } = await cloud.create(canary, "c", canaryOf({ region: "eu-west-1" }));
    expect(id).toBe("shop-health");
    expect(properties).toMatchObject({
      arn: "arn:aws:synthetics:eu-west-1:123456789012:canary:shop-health",
      engineArn: expect.stringMatching(
        /^arn:aws:lambda:eu-west-1:123456789012:function:cwsyn-shop-health-[0-9a-f-]{36}:1$/,
      ) as string,
      status: "RUNNING",
    });
  });

  test("has a name that nobody else has in the account and region", async () => {
    await cloud.create(canary, "one", canaryOf(), { stack: "dev" });
    await expect(cloud.create(canary, "two", canaryOf(), { stack: "prod" })).rejects.toThrow(
      "creating Synthetics Canary (shop-health): operation error synthetics: CreateCanary, https response error StatusCode: 409",
    );
    const elsewhere = cloud.create(canary, "two", canaryOf({ region: "eu-west-1" }));
    await expect(elsewhere).resolves.toMatchObject({ id: "shop-health" });
  });

  test.each([
    [{ executionRoleArn: "arn:aws:iam::123456789012:role/gone" }, "cannot be assumed by Lambda"],
    [{ s3Bucket: "gone" }, "The bucket gone of the script does not exist"],
  ])("needs what it is made of: %j", async (more, refusal) => {
    await expect(cloud.create(canary, "c", canaryOf(more))).rejects.toThrow(refusal);
  });

  test("is another one under another name, and the same with another script", () => {
    const { replaces } = diffInputs(canary, canaryOf(), canaryOf({ name: "other" }));
    expect(replaces).toEqual(["name"]);
    expect(diffInputs(canary, canaryOf(), canaryOf({ s3Key: "other.zip" }))).toMatchObject({
      changes: ["s3Key"],
      replaces: [],
    });
  });
});

describe("an object of a bucket", () => {
  const script = { bucket: "made", key: "script.zip", content: "text" };

  test("stands in its bucket under its key", async () => {
    const { id, properties } = await cloud.create(object, "o", script);
    expect(id).toBe("made/script.zip");
    expect(properties).toMatchObject({ arn: "arn:aws:s3:::made/script.zip" });
  });

  test("needs its bucket", async () => {
    await expect(cloud.create(object, "o", { ...script, bucket: "gone" })).rejects.toThrow(
      "NoSuchBucket: The specified bucket does not exist",
    );
  });

  test("is another one under another key", () => {
    const { replaces } = diffInputs(object, script, { ...script, key: "other.zip" });
    expect(replaces).toEqual(["key"]);
  });
});

describe("a zone", () => {
  test("has an id, name servers, and another id than one of the same name", async () => {
    const one = await cloud.create(zone, "one", { name: "shop.example" });
    const two = await cloud.create(zone, "two", { name: "shop.example" });
    expect(one.id).toMatch(/^Z[0-9A-Z]{20}$/);
    expect(two.id).not.toBe(one.id);
    expect(one.properties).toMatchObject({
      zoneId: one.id,
      arn: `arn:aws:route53:::hostedzone/${one.id}`,
      nameServers: expect.arrayContaining([one.properties["primaryNameServer"]]) as string[],
    });
  });

  test("is another one under another name", () => {
    const { replaces } = diffInputs(zone, { name: "a.example" }, { name: "b.example" });
    expect(replaces).toEqual(["name"]);
  });

  test("has two answers for a host of a failover, and not two of a kind", async () => {
    const answer = (type: string) => ({
      ...{ zoneId: "Z1", name: "app.shop.example", type: "CNAME", ttl: 60, records: ["a.example"] },
      ...{ setIdentifier: type, failoverRoutingPolicies: [{ type: type.toUpperCase() }] },
    });
    await cloud.create(record, "primary", answer("primary"));
    await cloud.create(record, "standby", answer("secondary"));
    await expect(cloud.create(record, "again", answer("primary"))).rejects.toThrow(
      "Tried to create resource record set [name='app.shop.example.', type='CNAME'] but it already exists",
    );
  });
});

describe("a health check", () => {
  const https = { type: "HTTPS", fqdn: "app.shop.example", requestInterval: 30 };

  test.each([
    ["type", { type: "TCP" }],
    ["requestInterval", { requestInterval: 10 }],
    ["measureLatency", { measureLatency: true }],
  ])("is another one with another %s", (property, more) => {
    expect(diffInputs(check, https, { ...https, ...more }).replaces).toEqual([property]);
  });

  test("that asks another path is the same", () => {
    expect(diffInputs(check, https, { ...https, resourcePath: "/" })).toMatchObject({
      changes: ["resourcePath"],
      replaces: [],
    });
  });
});
