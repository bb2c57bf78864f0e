import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { logRetentionExact as rule } from "../../../policies/rules/observability/log-retention-exact";
import { brief, judge, profile, resource } from "../support/stack";

const group = (inputs: PropertyMap) => resource(providerTypes.awsLogGroup, "web", inputs);
const stateOf = (retentionInDays: number, tier: string) =>
  judge(rule, [profile({ tier }), group({ retentionInDays })], { stack: tier })[0]?.state;

// Requirement: LOG-01, LOG-08, ENV-11
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    ["dev", 7],
    ["staging", 30],
    ["prod", 365],
  ])("wants of %s exactly %i days", (tier, days) => {
    expect(stateOf(days, tier)).toBe("pass");
    expect(stateOf(days - 1, tier)).toBe("fail");
    expect(stateOf(days + 1, tier)).toBe("fail");
  });

  it("reports lines that are kept for ever, in full", () => {
    expect(judge(rule, [group({})])).toEqual([
      {
        rule: "log-retention-exact",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:cloudwatch/logGroup:LogGroup::web",
        level: "mandatory",
        severity: "medium",
        message: "retentionInDays: found nothing, wanted 365",
        property: "retentionInDays",
        input: "retentionInDays",
        found: null,
        wanted: 365,
      },
    ]);
  });

  it("lets a stack ask for more days, and for no fewer", () => {
    const asking = (days: number, found: number) => [
      profile({ rules: { "log-retention-exact": { days } } }),
      group({ retentionInDays: found }),
    ];
    expect(judge(rule, asking(400, 400))[0]?.state).toBe("pass");
    expect(judge(rule, asking(400, 365))[0]?.state).toBe("fail");
    expect(judge(rule, asking(30, 30))[0]?.state).toBe("fail");
  });

  it("cannot tell while the days are unknown", () => {
    expect(brief(judge(rule, [group({ retentionInDays: UNKNOWN })]))[0]).toMatch(/^unknown/);
  });
});
