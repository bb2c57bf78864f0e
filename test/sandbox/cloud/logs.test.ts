import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Properties, TestCloud } from "../server/harness";
import { logInputs, trailRights } from "./inputs/aws-logs";

const groupType = "aws:cloudwatch/logGroup:LogGroup";
const filterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const functionType = "aws:lambda/function:Function";
const urlType = "aws:lambda/functionUrl:FunctionUrl";
const permissionType = "aws:lambda/permission:Permission";
const streamType = "aws:cloudwatch/logStream:LogStream";
const copiesType = "aws:cloudwatch/metricStream:MetricStream";
const deliveryType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const trailType = "aws:cloudtrail/trail:Trail";

let cloud: TestCloud;
let inputs: Record<string, Properties>;
beforeEach(async () => {
  cloud = await TestCloud.open();
  await cloud.configure("aws", { region: "ca-central-1" });
  inputs = await logInputs(cloud);
});
afterEach(() => cloud.close());

const make = (type: string, more: Properties = {}) =>
  cloud.create(type, "it", { ...inputs[type], ...more });

describe("what exists once in an account and region is refused a second time:", () => {
  test("a log group", async () => {
    await expect(make(groupType, { name: "/kept" })).rejects.toThrow(
      "ResourceAlreadyExistsException: The specified log group already exists",
    );
    await expect(make(groupType, { name: "/kept", region: "eu-west-1" })).resolves.toMatchObject({
      id: "/kept",
    });
  });

  test("a function", async () => {
    await expect(make(functionType, { name: "kept" })).rejects.toThrow(
      "ResourceConflictException: Function already exist: kept",
    );
  });

  test("the address of a function", async () => {
    await make(urlType);
    await expect(cloud.create(urlType, "second", inputs[urlType]!)).rejects.toThrow(
      "The function already has a url config.",
    );
  });

  test("a host of an API", async () => {
    const domainName = "logs.example.com";
    await expect(make("aws:apigatewayv2/domainName:DomainName", { domainName })).rejects.toThrow(
      "BadRequestException: The domain name you provided already exists.",
    );
  });

  test.each([
    [streamType, "ResourceAlreadyExistsException: The specified log stream already exists"],
    [
      copiesType,
      "arn:aws:cloudwatch:ca-central-1:123456789012:metric-stream/metrics already exists",
    ],
    [
      deliveryType,
      "ResourceInUseException: Firehose other under accountId 123456789012 already exists",
    ],
  ])("%s", async (type, refusal) => {
    await make(type);
    await expect(cloud.create(type, "second", inputs[type]!)).rejects.toThrow(refusal);
  });

  test("a trail", async () => {
    await make(trailType);
    await expect(cloud.create(trailType, "second", inputs[trailType]!)).rejects.toThrow(
      "TrailAlreadyExistsException: Trail calls already exists for customer: 123456789012",
    );
  });
});

describe("what hangs on nothing is refused:", () => {
  test.each([
    [filterType, { logGroupName: "/none" }, "ResourceNotFoundException: The specified log group"],
    [functionType, { role: "arn:aws:iam::123456789012:role/none" }, "cannot be assumed by Lambda"],
    [urlType, { functionName: "none" }, "ResourceNotFoundException: Function not found: none"],
    [permissionType, { function: "none" }, "ResourceNotFoundException: Function not found: none"],
    ["aws:apigatewayv2/apiMapping:ApiMapping", { apiId: "none" }, "Invalid API identifier"],
    ["aws:apigatewayv2/apiMapping:ApiMapping", { domainName: "none" }, "Invalid domain name"],
    [streamType, { logGroupName: "/none" }, "ResourceNotFoundException: The specified log group"],
    [copiesType, { firehoseArn: "arn:none" }, "firehoseArn arn:none does not exist"],
    [copiesType, { roleArn: "arn:none" }, "roleArn arn:none does not exist"],
    [
      deliveryType,
      { extendedS3Configuration: { roleArn: "arn:none", bucketArn: "arn:aws:s3:::audited" } },
      "Firehose is unable to assume role arn:none",
    ],
    [
      deliveryType,
      {
        extendedS3Configuration: {
          roleArn: "arn:aws:iam::123456789012:role/runs",
          bucketArn: "arn:aws:s3:::none",
        },
      },
      "Bucket arn:aws:s3:::none not found",
    ],
    [trailType, { s3BucketName: "none" }, "S3BucketDoesNotExistException: S3 bucket none"],
  ])("%s with %o", async (type, more, refusal) => {
    await expect(make(type, more)).rejects.toThrow(refusal);
  });
});

test("a function that others keep may be let call by its ARN, though it is not here", async () => {
  const made = make(permissionType, {
    function: "arn:aws:lambda:ca-central-1:123456789012:function:of-others",
  });
  await expect(made).resolves.toBeDefined();
});

describe("a trail is refused by a bucket", () => {
  const policyType = "aws:s3/bucketPolicy:BucketPolicy";
  const refusal = "InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected";
  const denied = trailRights.replace("Allow", "Deny");
  const other = trailRights.replace("cloudtrail.", "config.");

  beforeEach(() => cloud.create("aws:s3/bucket:Bucket", "b", { bucket: "shut" }));

  test("without a policy", async () => {
    await expect(make(trailType, { s3BucketName: "shut" })).rejects.toThrow(refusal);
  });

  test.each([
    ["denies it", denied],
    ["is for another service", other],
    ["says nothing", "{}"],
  ])("whose policy %s", async (_, policy) => {
    await cloud.create(policyType, "p", { bucket: "shut", policy });
    await expect(make(trailType, { s3BucketName: "shut" })).rejects.toThrow(refusal);
  });
});

describe("identifiers look as AWS makes them:", () => {
  test("a log group is its name, with an ARN in its region", async () => {
    const { id, properties } = await make(groupType);
    expect(id).toBe("/other");
    expect(properties["arn"]).toBe("arn:aws:logs:ca-central-1:123456789012:log-group:/other");
  });

  test("a function's address has a host of its own in the region", async () => {
    const { properties } = await make(urlType);
    expect(properties["functionUrl"]).toMatch(
      /^https:\/\/[a-z2-7]{32}\.lambda-url\.ca-central-1\.on\.aws\/$/,
    );
  });

  test("what carries metrics is its ARN, and runs", async () => {
    const { id } = await make(deliveryType);
    expect(id).toBe("arn:aws:firehose:ca-central-1:123456789012:deliverystream/other");
    const stream = await make(copiesType);
    expect([stream.id, stream.properties["state"]]).toEqual(["metrics", "running"]);
  });

  test("a trail is its ARN", async () => {
    const { id, properties } = await make(trailType);
    expect(id).toBe("arn:aws:cloudtrail:ca-central-1:123456789012:trail/calls");
    expect(properties).toMatchObject({ arn: id, homeRegion: "ca-central-1" });
  });

  test("Vercel's code for an address is the same each time", async () => {
    const token = "vercel:index/getEndpointVerification:getEndpointVerification";
    const [first, second] = [await cloud.invoke(token, {}), await cloud.invoke(token, {})];
    expect(first.result["verificationCode"]).toMatch(/^[0-9a-f]{40}$/);
    expect(second.result["verificationCode"]).toBe(first.result["verificationCode"]);
  });
});

describe("the value is refused:", () => {
  test.each([
    [groupType, { retentionInDays: 366 }, "retentionInDays"],
    [streamType, { name: "a:b" }, "name"],
    [copiesType, { outputFormat: "xml" }, "outputFormat"],
    [deliveryType, { destination: "s3" }, "destination"],
    [functionType, { timeout: 901 }, "timeout"],
    [functionType, { name: "with blanks" }, "name"],
    [urlType, { authorizationType: "OPEN" }, "authorizationType"],
    [permissionType, { functionUrlAuthType: "OPEN" }, "functionUrlAuthType"],
  ])("%s with %o", async (type, more, property) => {
    const { failures } = await cloud.check(type, "it", { ...inputs[type], ...more });
    expect(failures).toMatchObject([{ property }]);
  });
});

describe("a change replaces", () => {
  test.each([
    [groupType, { name: "/renamed" }, ["name"]],
    [groupType, { retentionInDays: 30 }, []],
    [functionType, { name: "renamed" }, ["name"]],
    [functionType, { timeout: 20 }, []],
    [urlType, { functionName: "other" }, ["functionName"]],
    [permissionType, { action: "lambda:InvokeFunction" }, ["action"]],
    [streamType, { name: "renamed" }, ["name"]],
    [copiesType, { name: "renamed" }, ["name"]],
    [copiesType, { outputFormat: "opentelemetry1.0" }, []],
    [deliveryType, { name: "renamed" }, ["name"]],
    [trailType, { name: "renamed" }, ["name"]],
    [trailType, { enableLogFileValidation: true }, []],
  ])("%s with %o: %o", async (type, more, replaces) => {
    const before = inputs[type]!;
    const answer = await cloud.diff(type, "it", before, { ...before, ...more });
    expect(answer.replaces).toEqual(replaces);
  });
});
