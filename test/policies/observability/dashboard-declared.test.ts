import { describe, expect, it } from "vitest";
import { type Value, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { dashboardDeclared as rule } from "../../../policies/rules/observability/dashboard-declared";
import { alarm, composite } from "../support/alarms";
import { brief, judge, resource } from "../support/stack";

const check = resource(providerTypes.awsHealthCheck, "check");
const dashboard = (dashboardBody: Value, sources: string[] = []) =>
  resource(
    providerTypes.awsDashboard,
    "dashboard",
    { dashboardBody },
    { propertyDependencies: { dashboardBody: sources } },
  );
const judged = (...resources: Parameters<typeof judge>[1][number][]) =>
  brief(judge(rule, [alarm(), check, ...resources]))[0];

// Requirement: ALRT-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a dashboard with widgets, or one that is made of alarms and checks", () => {
    const [result] = judge(rule, [alarm(), dashboard('{"widgets":[{"type":"alarm"}]}')]);
    expect(result).toMatchObject({ state: "pass", found: "1 widgets" });
    const made = dashboard(UNKNOWN, [alarm().urn, check.urn, "urn:of-nothing"]);
    expect(judge(rule, [alarm(), check, made])[0]).toMatchObject({
      state: "pass",
      found: "2 alarms and health checks",
    });
  });

  it.each([alarm(), composite(), check])("reports a stack without a dashboard", (one) => {
    expect(judge(rule, [one])).toEqual([
      {
        rule: "dashboard-declared",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "mandatory",
        severity: "low",
        message: "found no dashboard, wanted one",
        found: null,
        wanted: "a dashboard",
      },
    ]);
  });

  it.each(['{"widgets":[]}', "{}", "no JSON", null])("reports an empty one: %s", (body) => {
    expect(judged(dashboard(body))).toBe(
      "fail dashboard: dashboardBody: found nothing, wanted widgets",
    );
  });

  it("cannot tell while the body is unknown and made of nothing of the stack", () => {
    expect(judged(dashboard(UNKNOWN))).toMatch(/^unknown/);
    const group = resource(providerTypes.awsLogGroup, "group");
    expect(judged(dashboard(UNKNOWN, [group.urn]), group)).toMatch(/^unknown/);
  });

  it("has no ground in a stack with nothing to show", () => {
    expect(judge(rule, [])[0]).toMatchObject({
      state: "not-applicable",
      message: "the stack has no alarm or health check to show",
    });
  });
});
