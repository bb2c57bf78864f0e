import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { roleSessionBounded as rule } from "../../../policies/rules/access/role-session-bounded";
import { role } from "../support/access";
import { asking } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const ask = (inputs: PropertyMap) => brief(judge(rule, [role(inputs)]));

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts two hours, and the hour of a role that says nothing", () => {
    expect(ask({ maxSessionDuration: 7200 })).toEqual([`pass role: ${rule.title}`]);
    expect(ask({})).toEqual([`pass role: ${rule.title}`]);
    expect(judge(rule, [role({})])[0]?.found).toBe("3600 seconds");
  });

  it("reports more", () => {
    expect(ask({ maxSessionDuration: 7201 })).toEqual([
      "fail role: maxSessionDuration: found 7201 seconds, wanted at most 7200 seconds",
    ]);
  });

  it.each([
    ["staging", 14_400],
    ["dev", 43_200],
  ] as const)("allows more in %s", (tier, bound) => {
    const stateOf = (maxSessionDuration: number) =>
      judge(rule, [profile({ tier }), role({ maxSessionDuration })], { stack: tier })[0]?.state;
    expect(stateOf(bound)).toBe("pass");
    expect(stateOf(bound + 1)).toBe("fail");
  });

  it("takes a stricter bound from the stack", () => {
    const strict = asking(rule.id, { maxSeconds: 3600 });
    expect(judge(rule, [strict, role({ maxSessionDuration: 3601 })])[0]?.state).toBe("fail");
    expect(judge(rule, [strict, role({})])[0]?.state).toBe("pass");
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ maxSessionDuration: UNKNOWN })[0]).toMatch(/^unknown role: maxSessionDuration/);
  });
});
