import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { bucketsOn, judgeBuckets } from "../../lib/data/buckets";
import { awsControl } from "../../lib/data/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule } from "../../rule";

const flags = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
] as const;

// Requirement: STOR-04
export const s3PublicAccessBlocked = defineRule({
  id: "s3-public-access-blocked",
  title: "Every bucket on S3 shuts the public out, whatever its policy says",
  why: "One line in a bucket's policy or one ACL of an object puts files of users on the open internet.",
  fix: "Declare a BucketPublicAccessBlock of the bucket with all four flags true.",
  severity: "critical",
  topics: ["data", "access"],
  references: [
    awsControl("s3", "S3.8"),
    { standard: "CIS AWS Foundations Benchmark 3.0.0", clause: "2.1.4" },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const own = judgeBuckets(stack, bucketsOn(stack), {
      types: [providerTypes.awsBucketPublicAccess],
      wanted: "all four flags true",
      judge: judgeBlock,
    });
    const judged = new Set(own.map(({ urn }) => urn));
    // One that opens a bucket which somebody else declares opens it all the same.
    const strange = stack
      .ofType(providerTypes.awsBucketPublicAccess)
      .filter(({ urn }) => !judged.has(urn));
    return [...own, ...strange.flatMap(judgeBlock)];
  },
});

/** A flag that is left out is false. */
function judgeBlock(block: DeclaredResource): Answer[] {
  return flags.map((property) =>
    judgeProperty(block, { property, wanted: true, holds: (found) => found === true }),
  );
}
