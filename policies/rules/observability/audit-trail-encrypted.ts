import { z } from "zod";
import { judgeOwnKey } from "../../lib/observability/own-key";
import { cisTrail } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: LOG-07
export const auditTrailEncrypted = defineRule({
  id: "audit-trail-encrypted",
  title: "A key of one's own encrypts audit trails",
  why: "The record names every account, role and resource: a map for whoever may read the bucket.",
  fix: "Set groundwork:logs.encrypted to true, or kmsKeyId on the trail.",
  severity: "medium",
  topics: ["audit", "encryption"],
  references: [cisTrail("3.5")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack
      .ofType(providerTypes.awsTrail)
      .map((trail) => judgeOwnKey(stack, trail, { property: "kmsKeyId", input: "encrypted" })),
});
