import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestCloud } from "../server/harness";

const alias = "aws:kms/alias:Alias";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

let cloud: TestCloud;
let targetKeyId: string;
let policyArn: string;
beforeAll(async () => {
  cloud = await TestCloud.open();
  await cloud.configure("aws", { region: "ca-central-1" });
  targetKeyId = (await cloud.create("aws:kms/key:Key", "key", {})).id;
  const policy = { name: "read", policy: "{}" };
  policyArn = (await cloud.create("aws:iam/policy:Policy", "read", policy)).id;
  await cloud.create("aws:iam/role:Role", "role", { name: "deploy", assumeRolePolicy: "{}" });
});
afterAll(() => cloud.close());

const refused = (details: string) => ({
  code: 2,
  details: expect.stringContaining(details) as string,
});

describe("an alias of a key", () => {
  test("has its key's ARN, is taken once in a region, and free in another", async () => {
    const inputs = { name: "alias/state", targetKeyId };
    const { id, properties } = await cloud.create(alias, "first", inputs, { stack: "prod" });
    expect(id).toBe("alias/state");
    expect(properties).toMatchObject({
      arn: "arn:aws:kms:ca-central-1:123456789012:alias/state",
      targetKeyArn: `arn:aws:kms:ca-central-1:123456789012:key/${targetKeyId}`,
    });
    await expect(cloud.create(alias, "second", inputs, { stack: "dev" })).rejects.toMatchObject(
      refused(
        "AlreadyExistsException: An alias with the name arn:aws:kms:ca-central-1:123456789012:alias/state already exists",
      ),
    );
    await cloud.create(alias, "third", { ...inputs, region: "us-east-1" }, { stack: "dev" });
  });

  test("needs its key", async () => {
    const inputs = { name: "alias/lost", targetKeyId: "gone" };
    await expect(cloud.create(alias, "lost", inputs)).rejects.toMatchObject(
      refused("NotFoundException: Key 'arn:aws:kms:ca-central-1:123456789012:key/gone'"),
    );
  });
});

describe("a policy is handed to a role", () => {
  test("that is there, when the policy is there or is one of AWS's own", async () => {
    const { id } = await cloud.create(attachment, "own", { role: "deploy", policyArn });
    expect(id).toBe(`deploy/${policyArn}`);
    const ofAws = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess";
    await cloud.create(attachment, "aws", { role: "deploy", policyArn: ofAws });
  });

  test.each([
    [
      "a role that is not there",
      () => ({ role: "nobody", policyArn }),
      "NoSuchEntity: The role with name nobody cannot be found.",
    ],
    [
      "a policy that is not there",
      () => ({ role: "deploy", policyArn: "arn:aws:iam::123456789012:policy/gone" }),
      "NoSuchEntity: Policy arn:aws:iam::123456789012:policy/gone does not exist or is not attachable.",
    ],
  ])("and not with %s", async (_what, inputs, refusal) => {
    await expect(cloud.create(attachment, "x", inputs())).rejects.toMatchObject(refused(refusal));
  });
});
