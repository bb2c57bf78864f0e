import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { recoveryTimeBounded as rule } from "../../../policies/rules/recovery/recovery-time-bounded";
import { asking, everyPart, recovery } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const ask = (objectives: PropertyMap) =>
  brief(judge(rule, [...everyPart, recovery({ objectives })]));
const bounds = { database: 15, hub: 10, previews: 2, web: 5, mail: 15 };

// Requirement: DR-02, DR-04, ENV-13
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(Object.entries(bounds))("takes %s within %d minutes and no later", (part, bound) => {
    expect(ask({ [part]: { rtoMinutes: bound } })).toEqual([`pass recovery: ${rule.title}`]);
    expect(ask({ [part]: { rtoMinutes: bound + 1 } })).toEqual([
      `fail recovery: objectives.${part}.rtoMinutes: found ${bound + 1}, wanted at most ${bound} minutes`,
    ]);
  });

  it.each([
    ["dev", 1440],
    ["staging", 240],
  ] as const)("allows more in %s", (tier, bound) => {
    const stateOf = (rtoMinutes: number) =>
      judge(rule, [profile({ tier }), recovery({ objectives: { web: { rtoMinutes } } })], {
        stack: tier,
      })[0]?.state;
    expect(stateOf(bound)).toBe("pass");
    expect(stateOf(bound + 1)).toBe("fail");
  });

  it("takes a stricter bound from the stack", () => {
    const objectives = { web: { rtoMinutes: 4 } };
    expect(judge(rule, [asking(rule.id, { web: 3 }), recovery({ objectives })])[0]?.state).toBe(
      "fail",
    );
  });

  it("reports what is no number", () => {
    expect(ask({ web: { rtoMinutes: "soon" } })[0]).toMatch(/^fail/);
  });

  it("has nothing to judge where no time is promised", () => {
    const nothing = ["not-applicable groundwork-prod: the stack promises none"];
    expect(ask({ files: { rpoMinutes: 15 } })).toEqual(nothing);
    expect(brief(judge(rule, [...everyPart]))).toEqual(nothing);
    expect(brief(judge(rule, [recovery({ objectives: "soon" })]))).toEqual(nothing);
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ web: { rtoMinutes: UNKNOWN } })).toEqual([
      expect.stringMatching(/^unknown recovery: objectives\.web\.rtoMinutes: not known/),
    ]);
    expect(brief(judge(rule, [recovery({ objectives: UNKNOWN })]))).toEqual([
      expect.stringMatching(/^unknown recovery: objectives: not known/),
    ]);
  });
});
