import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { productionDeploymentsKept as rule } from "../../../policies/rules/recovery/production-deployments-kept";
import { asking } from "../support/recovery";
import { brief, judge, profile, resource, vercelProject } from "../support/stack";

const retention = (inputs: PropertyMap) =>
  resource(providerTypes.vercelRetention, "kept", inputs, {
    propertyDependencies: { projectId: [vercelProject.urn] },
  });
const ask = (inputs: PropertyMap) => brief(judge(rule, [vercelProject, retention(inputs)]));

// Requirement: DR-11
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["3m", "6m", "1y", "unlimited"])("accepts %s", (expirationProduction) => {
    expect(ask({ expirationProduction })).toEqual([`pass kept: ${rule.title}`]);
  });

  it("accepts the provider's default of a year", () => {
    expect(ask({})).toEqual([`pass kept: ${rule.title}`]);
  });

  it.each(["1d", "1w", "1m", "2m", "whatever", "toString"])("reports %s", (kept) => {
    expect(ask({ expirationProduction: kept })).toEqual([
      `fail kept: expirationProduction: found ${kept}, wanted at least 90 days`,
    ]);
  });

  it("reports a project that leaves it to the team's default", () => {
    expect(brief(judge(rule, [vercelProject]))).toEqual([
      "fail web: found nothing, wanted at least 90 days",
    ]);
  });

  it.each<[number, string, string]>([
    [1, "1d", ""],
    [7, "1w", "1d"],
    [30, "1m", "1w"],
    [60, "2m", "1m"],
    [90, "3m", "2m"],
  ])("takes at least %d days in dev where the stack asks for it", (minDays, enough, tooLittle) => {
    const dev = profile({ tier: "dev", rules: { [rule.id]: { minDays } } });
    const stateOf = (expirationProduction: string) =>
      judge(rule, [dev, vercelProject, retention({ expirationProduction })], { stack: "dev" })[0]
        ?.state;
    expect(stateOf(enough)).toBe("pass");
    expect(stateOf(tooLittle)).toBe("fail");
  });

  it("takes longer ones from a stack that asks for them", () => {
    const stateOf = (minDays: number, expirationProduction: string) =>
      judge(rule, [
        asking(rule.id, { minDays }),
        vercelProject,
        retention({ expirationProduction }),
      ])[0]?.state;
    expect(stateOf(180, "6m")).toBe("pass");
    expect(stateOf(181, "6m")).toBe("fail");
    expect(stateOf(365, "1y")).toBe("pass");
    expect(stateOf(366, "1y")).toBe("fail");
    expect(stateOf(366, "unlimited")).toBe("pass");
  });

  it("asks nothing of dev, nor of a stack without a project", () => {
    const dev = judge(rule, [profile({ tier: "dev" }), vercelProject], { stack: "dev" });
    expect(brief(dev)).toEqual([
      "not-applicable groundwork-prod: the tier asks for no kept deployments",
    ]);
    expect(brief(judge(rule, []))).toEqual(["not-applicable groundwork-prod: no Vercel project"]);
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ expirationProduction: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown kept: expirationProduction: not known/),
    ]);
  });
});
