import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { canaryStarted as rule } from "../../../policies/rules/observability/canary-started";
import { brief, judge, profile, resource } from "../support/stack";

const judged = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsCanary, "smoke", inputs)]))[0];

// Requirement: UPT-03, UPT-04
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a canary that is started", () => {
    expect(judged({ startCanary: true })).toMatch(/^pass/);
  });

  it.each([{ startCanary: false }, {}])("reports %j", (inputs) => {
    expect(judged(inputs)).toBe("fail smoke: startCanary: found false, wanted true");
  });

  it("cannot tell while it is unknown", () => {
    expect(judged({ startCanary: UNKNOWN })).toMatch(/^unknown/);
  });

  it("reports a prod stack without a canary, in full", () => {
    expect(judge(rule, [])).toEqual([
      {
        rule: "canary-started",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "mandatory",
        severity: "medium",
        message: "found 0 canaries, wanted at least 1",
        input: "canary",
        found: 0,
        wanted: 1,
      },
    ]);
  });

  it("judges each of several", () => {
    const two = [true, false].map((startCanary, index) =>
      resource(providerTypes.awsCanary, `smoke-${index}`, { startCanary }),
    );
    expect(judge(rule, two).map(({ state }) => state)).toEqual(["pass", "fail"]);
  });

  it("asks none of dev, but judges the one that it has", () => {
    const inDev = (...canaries: ReturnType<typeof resource>[]) =>
      brief(judge(rule, [profile({ tier: "dev" }), ...canaries], { stack: "dev" }))[0];
    expect(inDev()).toMatch(/^not-applicable .*: the tier asks for no canary$/);
    expect(inDev(resource(providerTypes.awsCanary, "smoke", {}))).toMatch(/^fail/);
  });

  it("takes a browser check at Checkly for a canary, if it runs", () => {
    const check = (inputs: PropertyMap) =>
      judge(rule, [resource(providerTypes.checklyCheck, "sign-in", inputs)])[0]?.state;
    expect(check({ type: "BROWSER", activated: true })).toBe("pass");
    expect(check({ type: "BROWSER", activated: false })).toBe("fail");
    expect(check({ type: "API", activated: true })).toBe("fail");
  });
});
