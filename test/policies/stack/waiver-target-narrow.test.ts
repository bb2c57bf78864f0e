import { describe, expect, it } from "vitest";
import { hstsPresent } from "../../../policies/rules/headers/hsts-present";
import { waiverTargetNarrow as rule } from "../../../policies/rules/stack/waiver-target-narrow";
import { goodWaiver, judgeWaivers, withoutHsts } from "../support/waivers";
import { judge, profile } from "../support/stack";

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["web-headers", "web*", "component:web", "urn:pulumi:prod::groundwork::*::web-headers"])(
    "holds for %s",
    (target) => {
      expect(judgeWaivers(rule, [{ ...goodWaiver, target }])[0]?.state).toBe("pass");
    },
  );

  it("reports a target that means whatever there is, in full", () => {
    expect(judgeWaivers(rule, [{ ...goodWaiver, target: "*" }])).toEqual([
      {
        rule: "waiver-target-narrow",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message:
          "waiver 1 (hsts-present on *) covers nothing: its target means whatever there is, and the rule is mandatory",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "*",
      },
    ]);
  });

  it("lets the finding stand", () => {
    const waivers = [{ ...goodWaiver, target: "*" }];
    const found = judge(hstsPresent, [profile({ waivers }), ...withoutHsts]);
    expect(found.map(({ state, waiver }) => [state, waiver])).toEqual([["fail", undefined]]);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
