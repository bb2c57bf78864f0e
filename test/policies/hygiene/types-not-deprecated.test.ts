import { describe, expect, it } from "vitest";
import { typesNotDeprecated as rule } from "../../../policies/rules/hygiene/types-not-deprecated";
import { brief, judge, resource } from "../support/stack";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for types that stay", () => {
    expect(brief(judge(rule, [resource("aws:s3/bucket:Bucket", "files")]))).toEqual([
      `pass groundwork-prod: ${rule.title}`,
    ]);
  });

  it("reports each resource of one that goes, in full", () => {
    const old = resource("aws:s3/bucketV2:BucketV2", "files");
    const more = resource("aws:s3/bucketAclV2:BucketAclV2", "acl");
    const [, first] = judge(rule, [old, more]);
    expect(first).toEqual({
      rule: "types-not-deprecated",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::aws:s3/bucketV2:BucketV2::files",
      level: "mandatory",
      severity: "medium",
      message: "found the type aws:s3/bucketV2:BucketV2, wanted aws.s3.Bucket",
      found: "aws:s3/bucketV2:BucketV2",
      wanted: "aws.s3.Bucket",
    });
    expect(brief(judge(rule, [old, more]))).toHaveLength(2);
  });
});
