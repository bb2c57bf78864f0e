import { describe, expect, it } from "vitest";
import { hstsPresent } from "../../../policies/rules/headers/hsts-present";
import { waiverOwnerKnown as rule } from "../../../policies/rules/stack/waiver-owner-known";
import { judge, profile } from "../support/stack";
import { goodWaiver, judgeWaivers, withoutHsts } from "../support/waivers";

const ownedBy = (owner: string, owners: readonly string[] = []) => {
  const stack = [profile({ owners, waivers: [{ ...goodWaiver, owner }] }), ...withoutHsts];
  return judge(rule, stack, { beside: [hstsPresent] });
};

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the owners of the stack and of its budget, and for those it names", () => {
    expect(ownedBy("platform-team")[0]?.state).toBe("pass");
    expect(ownedBy("finance")[0]?.state).toBe("pass");
    expect(ownedBy("web-team", ["web-team"])[0]?.state).toBe("pass");
  });

  it("reports whom the stack does not name, in full", () => {
    expect(ownedBy("web-team", ["app-team"])).toEqual([
      {
        rule: "waiver-owner-known",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "medium",
        message:
          "waiver 1 (hsts-present on web-headers) covers nothing: its owner web-team is not known, wanted one of platform-team, finance, app-team",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "web-team",
        wanted: "one of platform-team, finance, app-team",
      },
    ]);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
