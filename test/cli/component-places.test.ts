import { describe, expect, it } from "vitest";
import { describeResults } from "../../cli/component-places";
import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";

const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const stack = urnOf("pulumi:pulumi:Stack", "shop-prod");

function resource(type: string, name: string, more: Partial<DeclaredResource> = {}) {
  const base = { type, name, custom: true, protect: false, inputs: {}, propertyDependencies: {} };
  return { ...base, urn: urnOf(type, name), parent: stack, ...more } satisfies DeclaredResource;
}

const bucketType = `${tokens.storageBucket}$aws:s3/bucket:Bucket`;
const policyType = `${tokens.storageBucket}$aws:s3/bucket:Bucket$aws:s3/bucketPolicy:BucketPolicy`;
const component = resource(tokens.storageBucket, "storage-user-files", { custom: false });
const bucket = resource(bucketType, "storage-user-files", { parent: component.urn });
const policy = resource(policyType, "storage-user-files-policy", { parent: bucket.urn });
const alone = resource("aws:s3/bucket:Bucket", "alone");
const all: DeclaredResource[] = [
  resource("pulumi:pulumi:Stack", "shop-prod", { custom: false, parent: undefined as never }),
  component,
  bucket,
  policy,
  alone,
];

const result = (urn: string, more: Partial<RuleResult> = {}): RuleResult => ({
  rule: "s3-versioned",
  state: "fail",
  urn,
  level: "mandatory",
  severity: "medium",
  message: "",
  ...more,
});
const described = (urn: string, more: Partial<RuleResult> = {}) =>
  describeResults([result(urn, more)], all)[0];

describe("a finding without a line", () => {
  it("names the nearest component, and the setting in the record that it stands under", () => {
    for (const { urn } of [bucket, policy]) {
      expect(described(urn, { input: "versioning" })).toMatchObject({
        component: "StorageBucket storage-user-files",
        place: { path: "groundwork:storage.buckets.user-files.versioning" },
      });
    }
  });

  it("names the section where no arg decides it", () => {
    expect(described(bucket.urn)?.place).toEqual({
      path: "groundwork:storage.buckets.user-files",
    });
  });

  it.each([
    ["a resource that stands by itself", alone.urn],
    ["the stack", stack],
    ["a resource that is not there", urnOf("aws:s3/bucket:Bucket", "gone")],
  ])("names neither for %s", (_, urn) => {
    expect(described(urn)).not.toHaveProperty("component");
    expect(described(urn)).not.toHaveProperty("place");
  });

  it("names no component for a component, which names itself", () => {
    const { component: named, place } = described(component.urn, { input: "name" }) ?? {};
    expect([named, place?.path]).toEqual([undefined, "groundwork:storage.buckets.user-files.name"]);
  });

  it("names the waiver that covers it", () => {
    const waiver = { index: 2, reason: "r", owner: "o", expires: "2027-01-01" };
    expect(described(bucket.urn, { waiver })?.waiverPlace).toEqual({
      path: "groundwork:policy.waivers[2]",
    });
    expect(described(bucket.urn)).not.toHaveProperty("waiverPlace");
  });
});

it("gives every answer its rule's advice, and what holds no more", () => {
  const held = described(bucket.urn, { state: "pass", input: "versioning" });
  expect(held?.fix).toMatch(/./);
  expect(held).not.toHaveProperty("component");
  expect(held).not.toHaveProperty("place");
});
