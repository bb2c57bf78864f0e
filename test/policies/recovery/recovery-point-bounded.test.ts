import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { recoveryPointBounded as rule } from "../../../policies/rules/recovery/recovery-point-bounded";
import { asking, everyPart, recovery } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const ask = (objectives: PropertyMap) =>
  brief(judge(rule, [...everyPart, recovery({ objectives })]));
const bounds = { configuration: 1440, database: 60, files: 15, hub: 1440 };

// Requirement: DR-03, ENV-14
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(Object.entries(bounds))("takes %d minutes of %s and no more", (part, bound) => {
    expect(ask({ [part]: { rpoMinutes: bound } })).toEqual([`pass recovery: ${rule.title}`]);
    expect(ask({ [part]: { rpoMinutes: bound + 1 } })).toEqual([
      `fail recovery: objectives.${part}.rpoMinutes: found ${bound + 1}, wanted at most ${bound} minutes`,
    ]);
  });

  it.each([
    ["dev", 10_080],
    ["staging", 1440],
  ] as const)("allows more in %s", (tier, bound) => {
    const stateOf = (rpoMinutes: number) =>
      judge(rule, [profile({ tier }), recovery({ objectives: { database: { rpoMinutes } } })], {
        stack: tier,
      })[0]?.state;
    expect(stateOf(bound)).toBe("pass");
    expect(stateOf(bound + 1)).toBe("fail");
  });

  it("takes a stricter bound from the stack", () => {
    const objectives = { files: { rpoMinutes: 15 } };
    const strict = asking(rule.id, { files: 5 });
    expect(judge(rule, [strict, recovery({ objectives })])[0]?.state).toBe("fail");
  });

  it("has nothing to judge where no point is promised, and cannot tell what is unknown", () => {
    expect(ask({ web: { rtoMinutes: 5 } })[0]).toMatch(/^not-applicable/);
    expect(ask({ files: { rpoMinutes: UNKNOWN } })[0]).toMatch(/^unknown recovery/);
  });
});
