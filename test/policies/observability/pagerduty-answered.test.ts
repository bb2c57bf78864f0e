import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { pagerdutyAnswered as rule } from "../../../policies/rules/observability/pagerduty-answered";
import { brief, judge, resource } from "../support/stack";

const service = resource(providerTypes.pagerdutyService, "oncall", { name: "shop" });
const integration = resource(
  providerTypes.pagerdutyIntegration,
  "sns",
  { service: UNKNOWN },
  { propertyDependencies: { service: [service.urn] } },
);
const policy = (rules: Value) => resource(providerTypes.pagerdutyPolicy, "escalation", { rules });
const step = { escalationDelayInMinutes: 10, targets: [{ id: "PABC123", type: "user_reference" }] };
const ask = (rules: Value) => brief(judge(rule, [policy(rules)]));

// Requirement: ALRT-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a service that something reaches, and steps that call somebody", () => {
    expect(judge(rule, [service, integration, policy([step, step])])).toMatchObject([
      { state: "pass", found: "2 steps" },
      { state: "pass", found: "sns" },
    ]);
  });

  it("reports a service that nothing reaches", () => {
    expect(brief(judge(rule, [service]))).toEqual([
      "fail oncall: found no integration, wanted one",
    ]);
  });

  it("reports a policy that calls nobody", () => {
    const wanted = "wanted somebody to call in each step";
    expect(ask([])).toEqual([`fail escalation: rules: found no step, ${wanted}`]);
    expect(ask([step, { ...step, targets: [] }])).toEqual([
      `fail escalation: rules: found a step that calls nobody, ${wanted}`,
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown/);
    expect(ask([{ ...step, targets: UNKNOWN }])[0]).toMatch(/^unknown/);
    const other = { ...integration, propertyDependencies: {} };
    expect(brief(judge(rule, [service, other]))[0]).toMatch(/^unknown oncall/);
  });

  it("has nothing to judge in a stack without PagerDuty", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
