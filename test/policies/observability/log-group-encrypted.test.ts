import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { logGroupEncrypted as rule } from "../../../policies/rules/observability/log-group-encrypted";
import { topicKey } from "../support/alarms";
import { brief, judge, profile, resource } from "../support/stack";

const group = (inputs: PropertyMap) => resource(providerTypes.awsLogGroup, "web", inputs);
const inDev = (inputs: PropertyMap) =>
  brief(judge(rule, [profile({ tier: "dev" }), group(inputs)], { stack: "dev" }))[0];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a key, known or still to be made", () => {
    const known = group({ retentionInDays: 365, kmsKeyId: "arn:aws:kms:ca-central-1:1:key/a" });
    expect(judge(rule, [known])[0]?.state).toBe("pass");
    const made = { ...group({}), propertyDependencies: { kmsKeyId: [topicKey.urn] } };
    expect(judge(rule, [made, topicKey])[0]?.state).toBe("pass");
  });

  it("reports a group of prod without a key, in full", () => {
    expect(judge(rule, [group({ retentionInDays: 1 })])).toEqual([
      {
        rule: "log-group-encrypted",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:cloudwatch/logGroup:LogGroup::web",
        level: "mandatory",
        severity: "medium",
        message: "kmsKeyId: found nothing, wanted a KMS key of one's own",
        property: "kmsKeyId",
        input: "encrypted",
        found: null,
        wanted: "a KMS key of one's own",
      },
    ]);
  });

  it("asks of dev a key only for what is kept long, or for ever", () => {
    expect(inDev({ retentionInDays: 364 })).toBe(
      "not-applicable web: lines are gone within 365 days",
    );
    expect(inDev({ retentionInDays: 365 })).toMatch(/^fail/);
    expect(inDev({ retentionInDays: 0 })).toMatch(/^fail/);
    expect(inDev({})).toMatch(/^fail/);
  });

  it("cannot tell while the days are unknown", () => {
    expect(inDev({ retentionInDays: UNKNOWN })).toMatch(/^unknown web: retentionInDays/);
  });
});
