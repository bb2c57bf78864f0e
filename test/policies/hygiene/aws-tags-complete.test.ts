import { describe, expect, it } from "vitest";
import { type PropertyMap, type Value, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { awsTagsComplete as rule } from "../../../policies/rules/hygiene/aws-tags-complete";
import { brief, judge, profile, resource } from "../support/stack";

const complete: PropertyMap = { owner: "platform-team", product: "acme", tier: "prod" };
const bucket = (tags: Value | undefined, name = "files") =>
  resource("aws:s3/bucket:Bucket", name, { tags });
const ask = (...resources: Parameters<typeof judge>[1]) => brief(judge(rule, resources));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds once for all that is tagged, more tags included", () => {
    const more = bucket({ ...complete, Name: "files" }, "more");
    const key = resource("aws:kms/key:Key", "key", { tags: complete });
    expect(ask(bucket(complete), more, key)).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("reports what is missing, in full", () => {
    expect(judge(rule, [bucket({ owner: "platform-team", tier: "" })])).toEqual([
      {
        rule: "aws-tags-complete",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:s3/bucket:Bucket::files",
        level: "mandatory",
        severity: "low",
        message: "tags: found none for product, tier, wanted owner, product, tier",
        property: "tags",
        input: "tags",
        found: ["owner", "tier"],
        wanted: ["owner", "product", "tier"],
      },
    ]);
    for (const none of [undefined, {}, { ...complete, owner: null }]) {
      expect(ask(bucket(none), bucket(complete, "other"))).toHaveLength(1);
    }
  });

  it("reports the tier of another stack", () => {
    expect(ask(bucket({ ...complete, tier: "dev" }))).toEqual([
      "fail files: tags.tier: found dev, wanted prod",
    ]);
  });

  it("takes a value that is not known for one that is there", () => {
    expect(ask(bucket({ ...complete, owner: UNKNOWN, tier: UNKNOWN }))[0]).toMatch(/^pass/);
    expect(ask(bucket(UNKNOWN))).toEqual([
      "unknown files: tags: not known before the update, wanted owner, product, tier; give it a plain value, not the output of another resource",
    ]);
  });

  it("has no ground where nothing takes tags", () => {
    expect(ask(resource(providerTypes.vercelProject, "web"))).toEqual([
      "not-applicable groundwork-prod: nothing in the stack takes tags in AWS",
    ]);
  });

  it("can be tightened", () => {
    const rules = { [rule.id]: { required: ["owner", "product", "tier", "costCentre"] } };
    expect(ask(profile({ rules }), bucket(complete))[0]).toMatch(/none for costCentre/);
  });
});
