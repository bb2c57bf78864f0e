import { z } from "zod";
import { parseJson } from "../../../core/json";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, type Value, readProperty } from "../../../core/value";
import { bucketsOn, judgeBuckets } from "../../lib/data/buckets";
import { awsControl } from "../../lib/data/references";
import { deniesPlainRequests } from "../../lib/https/tls-policy";
import { providerTypes } from "../../lib/provider-types";
import { tlsBetween } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: HDR-09, STOR-04
export const s3TlsOnly = defineRule({
  id: "s3-tls-only",
  title: "Every bucket on S3 denies requests without TLS",
  why: "S3 answers plain HTTP too, and whoever listens then reads the objects and the signature that fetched them.",
  fix: "Give the bucket a policy that denies s3:* to everyone while aws:SecureTransport is false, as StorageBucket does.",
  severity: "high",
  topics: ["https", "data"],
  references: [
    tlsBetween,
    awsControl("s3", "S3.5"),
    { standard: "CIS AWS Foundations Benchmark 3.0.0", clause: "2.1.1" },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeBuckets(stack, bucketsOn(stack), {
      types: [providerTypes.awsBucketPolicy],
      wanted: demand,
      judge: judgePolicy,
    }),
});

const demand = "a statement that denies s3:* to everyone while aws:SecureTransport is false";

function judgePolicy({ urn, inputs }: DeclaredResource): Answer {
  const evidence = { urn, property: "policy", wanted: demand };
  const policy = readProperty(inputs, ["policy"]);
  if (policy.state === "unknown") return unknown(evidence);
  if (deniesPlainRequests(documentIn(policy))) return pass({ ...evidence, found: "denied" });
  const message = `policy: found no statement that does so, wanted ${demand}`;
  return fail({ ...evidence, found: null, message });
}

/** Pulumi takes a policy as text and as an object. */
function documentIn(policy: Reading): Value {
  if (policy.state !== "known") return null;
  return typeof policy.value === "string" ? (parseJson(policy.value) ?? null) : policy.value;
}
