import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { healthCheckPace as rule } from "../../../policies/rules/observability/health-check-pace";
import { brief, judge, profile, resource } from "../support/stack";

const check = (inputs: PropertyMap) =>
  resource(providerTypes.awsHealthCheck, "app", { type: "HTTPS", ...inputs });
const judged = (inputs: PropertyMap) => brief(judge(rule, [check(inputs)]))[0];

// Requirement: UPT-05, UPT-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    { requestInterval: 30, failureThreshold: 2 },
    { requestInterval: 10, failureThreshold: 6 },
    { failureThreshold: 2 },
    { requestInterval: 10 },
    { type: "TCP", failureThreshold: 2 },
  ])("holds for %j", (inputs) => {
    expect(judged(inputs)).toMatch(/^pass/);
  });

  it.each([
    [{}, "3 failures within 90 seconds"],
    [{ requestInterval: 30, failureThreshold: 3 }, "3 failures within 90 seconds"],
    [{ requestInterval: 10, failureThreshold: 7 }, "7 failures within 70 seconds"],
    [{ requestInterval: 10, failureThreshold: 1 }, "1 failures within 10 seconds"],
  ])("reports %j", (inputs, found) => {
    expect(judged(inputs)).toBe(
      `fail app: failureThreshold: found ${found}, wanted 2 failures at least, within 60 seconds`,
    );
  });

  it("lets dev take longer, and no stack longer than its tier", () => {
    const inDev = (inputs: PropertyMap) =>
      judge(rule, [profile({ tier: "dev" }), check(inputs)], { stack: "dev" })[0]?.state;
    expect(inDev({ failureThreshold: 3 })).toBe("pass");
    expect(inDev({ failureThreshold: 4 })).toBe("fail");
    const loosened = profile({ rules: { "health-check-pace": { maxSeconds: 300 } } });
    expect(judge(rule, [loosened, check({})])[0]?.state).toBe("fail");
    const tightened = profile({ rules: { "health-check-pace": { maxSeconds: 30 } } });
    expect(judge(rule, [tightened, check({ failureThreshold: 2 })])[0]?.state).toBe("fail");
  });

  it("leaves checks alone that ask nobody", () => {
    expect(judged({ type: "CALCULATED" })).toBe(
      "not-applicable app: the health check sends no request of its own",
    );
  });

  it.each(["type", "requestInterval", "failureThreshold"])(
    "cannot tell while %s is unknown",
    (property) => {
      expect(judged({ [property]: UNKNOWN })).toMatch(/^unknown/);
    },
  );
});
