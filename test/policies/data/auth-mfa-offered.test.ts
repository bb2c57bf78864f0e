import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { authMfaOffered as rule } from "../../../policies/rules/data/auth-mfa-offered";
import { brief, judge } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { mfa_totp_enroll_enabled: true, mfa_totp_verify_enabled: true };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("auth", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [{}]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [
      { mfa_totp_enroll_enabled: false },
      ["fail settings: auth.mfa_totp_enroll_enabled: found false, wanted true"],
    ],
    [
      { mfa_totp_verify_enabled: "true" },
      ["fail settings: auth.mfa_totp_verify_enabled: found true, wanted true"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("auth", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with auth.mfa_totp_enroll_enabled true, auth.mfa_totp_verify_enabled true",
    ]);
    expect(judge(rule, withSettings("storage", {}))[0]?.state).toBe("fail");
    expect(judge(rule, [project!, ...withSettings("auth", "no block").slice(1)])[0]?.state).toBe(
      "fail",
    );
  });

  it("cannot tell while the block is not known", () => {
    expect(judge(rule, withSettings("auth", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
