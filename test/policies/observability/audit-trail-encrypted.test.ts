import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { auditTrailEncrypted as rule } from "../../../policies/rules/observability/audit-trail-encrypted";
import { judge, resource } from "../support/stack";

const judged = (kmsKeyId: Value) =>
  judge(rule, [resource(providerTypes.awsTrail, "trail", { kmsKeyId })])[0];

// Requirement: LOG-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a key", () => {
    expect(judged("alias/audit")?.state).toBe("pass");
  });

  it("reports a trail without one", () => {
    expect(judged(null)).toMatchObject({
      state: "fail",
      property: "kmsKeyId",
      input: "encrypted",
      message: "kmsKeyId: found nothing, wanted a KMS key of one's own",
    });
  });

  it("cannot tell while the key is unknown", () => {
    expect(judged(UNKNOWN)?.state).toBe("unknown");
  });
});
