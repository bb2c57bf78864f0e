import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { objectiveDeclared as rule } from "../../../policies/rules/observability/objective-declared";
import { brief, judge, profile, resource } from "../support/stack";

const alerts = (services: Value) => resource(tokens.alerts, "alerts", { services });
const web = alerts({ web: { kind: "hosting" } });
const uptime = (objectives: Value) => resource(tokens.uptimeChecks, "uptime", { objectives });
const judged = (objectives: Value) => brief(judge(rule, [web, uptime(objectives)]))[0];

// Requirement: HOST-13, UPT-09
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([99.9, 99.99])("holds for %d percent", (percent) => {
    expect(judged({ web: percent })).toMatch(/^pass/);
  });

  it("reports a promise that is too low, in full", () => {
    expect(judge(rule, [web, uptime({ web: 99.89 })])).toEqual([
      {
        rule: "objective-declared",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:uptime:UptimeChecks::uptime",
        level: "mandatory",
        severity: "medium",
        message: "objectives.web: found 99.89 percent, wanted at least 99.9 percent",
        property: "objectives.web",
        input: "objectives.web",
        found: "99.89 percent",
        wanted: "at least 99.9 percent",
      },
    ]);
  });

  it("reports none, with or without a component to say one", () => {
    const failure = "objectives.web: found nothing, wanted at least 99.9 percent";
    expect(judged({ other: 99.9 })).toBe(`fail uptime: ${failure}`);
    expect(judged(null)).toBe(`fail uptime: ${failure}`);
    expect(brief(judge(rule, [web]))).toEqual([`fail groundwork-prod: ${failure}`]);
  });

  it("asks it of services that users reach, and of no others", () => {
    const services = alerts({
      hub: { kind: "container" },
      database: { kind: "database" },
      odd: null,
    });
    expect(judge(rule, [services, uptime({})]).map(({ property }) => property)).toEqual([
      "objectives.hub",
    ]);
  });

  it("lets staging and dev promise less", () => {
    const stateOf = (tier: string, percent: number) =>
      judge(rule, [profile({ tier }), web, uptime({ web: percent })], { stack: tier })[0]?.state;
    expect([stateOf("staging", 99), stateOf("staging", 98.9)]).toEqual(["pass", "fail"]);
    expect([stateOf("dev", 90), stateOf("dev", 89.9)]).toEqual(["pass", "fail"]);
  });

  it("cannot tell while the promise is unknown", () => {
    const objectives: PropertyMap = { web: UNKNOWN };
    expect(judged(objectives)).toMatch(/^unknown uptime/);
  });

  it.each<Value>([null, UNKNOWN, "web"])("has no ground where the services are %s", (services) => {
    expect(judge(rule, [alerts(services)])[0]?.state).toBe("not-applicable");
  });
});
