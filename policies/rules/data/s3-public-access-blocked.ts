import { z } from "zod";
import { type PropertyMap, readProperty } from "../../../core/value";
import { bucketsOn, judgeBuckets } from "../../lib/data/buckets";
import { awsControl } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

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
  check: (stack) =>
    judgeBuckets(stack, bucketsOn(stack), {
      types: [providerTypes.awsBucketPublicAccess],
      wanted: "all four flags true",
      judge: ({ urn, inputs }) => flags.map((flag) => judgeFlag(urn, inputs, flag)),
    }),
});

/** A flag that is left out is false. */
function judgeFlag(urn: string, inputs: PropertyMap, flag: string): Answer {
  const evidence = { urn, property: flag, wanted: true };
  const reading = readProperty(inputs, [flag]);
  if (reading.state === "unknown") return unknown(evidence);
  const found = reading.state === "known" ? reading.value : null;
  return found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}
