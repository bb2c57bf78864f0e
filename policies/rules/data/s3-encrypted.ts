import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value, readProperty } from "../../../core/value";
import { bucketsOn, judgeBuckets } from "../../lib/data/buckets";
import { itemsOf } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: STOR-04, STOR-09, COMP-01
export const s3Encrypted = defineRule({
  id: "s3-encrypted",
  title: "Every bucket on S3 says with which keys its objects are encrypted",
  why: "What a bucket does not say, an update does not put right when somebody changes it by hand.",
  fix: "Declare a BucketServerSideEncryptionConfiguration of the bucket with one of the allowed algorithms.",
  severity: "high",
  topics: ["data", "encryption"],
  references: [gdpr(32, "Article 32(1)(a)"), iso("A.8.24")],
  appliesTo: "stack",
  options: z.strictObject({
    algorithms: z
      .array(z.enum(["AES256", "aws:kms", "aws:kms:dsse"]))
      .min(1)
      .describe(
        "Algorithms that a bucket may use; those of KMS leave a trail of each use of the key.",
      ),
  }),
  check: (stack, { options: { algorithms } }) =>
    judgeBuckets(stack, bucketsOn(stack), {
      types: [providerTypes.awsBucketEncryption, providerTypes.awsBucketEncryptionV2],
      input: "encryption.algorithm",
      wanted: algorithms.join(" or "),
      judge: (setting) => judgeAlgorithm(setting, algorithms),
    }),
});

function judgeAlgorithm({ urn, inputs }: DeclaredResource, allowed: readonly string[]): Answer {
  const evidence = {
    urn,
    property: "rules",
    input: "encryption.algorithm",
    wanted: allowed.join(" or "),
  };
  const rules = readProperty(inputs, ["rules"]);
  const found = itemsOf(rules).map(algorithmOf);
  if (rules.state === "unknown" || found.includes(UNKNOWN)) return unknown(evidence);
  const holds = found.length > 0 && found.every((one) => allowed.some((name) => name === one));
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

/** `null` where a rule sets none. */
function algorithmOf(rule: Value): Value {
  const algorithm = readProperty(rule, ["applyServerSideEncryptionByDefault", "sseAlgorithm"]);
  if (algorithm.state === "unknown") return UNKNOWN;
  return algorithm.state === "known" ? algorithm.value : null;
}
