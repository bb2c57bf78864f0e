import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { bucketRegionAllowed as rule } from "../../../policies/rules/data/bucket-region-allowed";
import { brief, judge, profile, resource } from "../support/stack";
import { bucket } from "../support/data";

const stateOf = (region: Value) => judge(rule, [bucket("files", "files", { region })])[0]?.state;

// Requirement: COMP-01
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["ca-central-1", "ca-west-1"])("holds for %s", (region) => {
    expect(stateOf(region)).toBe("pass");
  });

  it("reports a region elsewhere, in full", () => {
    expect(brief(judge(rule, [bucket("files", "files", { region: "us-east-1" })]))).toEqual([
      "fail files: region: found us-east-1, wanted ca-central-1 or ca-west-1",
    ]);
    const older = resource(providerTypes.awsBucketV2, "older", { region: "eu-west-1" });
    expect(judge(rule, [older])[0]).toMatchObject({ state: "fail", input: "region" });
  });

  it("leaves a bucket alone that is where the provider is", () => {
    expect(judge(rule, [bucket("files")])[0]?.message).toBe(
      "the bucket is in the region of the provider",
    );
    expect(stateOf(null)).toBe("not-applicable");
  });

  it("cannot tell while the region is not known", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
  });

  it("allows less when the stack asks for less, and never more", () => {
    const only = (allowed: string[]) =>
      profile({ rules: { "bucket-region-allowed": { allowed } } });
    const west = bucket("files", "files", { region: "ca-west-1" });
    expect(judge(rule, [only(["ca-central-1"]), west])[0]?.state).toBe("fail");
    const far = bucket("files", "files", { region: "eu-west-1" });
    expect(judge(rule, [only(["eu-west-1"]), far])[0]?.state).toBe("fail");
  });
});
