import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { authSessionsLimited as rule } from "../../../policies/rules/data/auth-sessions-limited";
import { brief, judge } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { jwt_exp: 3600, refresh_token_rotation_enabled: true };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("auth", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [{}, { jwt_exp: 1 }]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [{ jwt_exp: 3601 }, ["fail settings: auth.jwt_exp: found 3601, wanted 3600 or less"]],
    [{ jwt_exp: 0 }, ["fail settings: auth.jwt_exp: found 0, wanted 3600 or less"]],
    [{ jwt_exp: "60" }, ["fail settings: auth.jwt_exp: found 60, wanted 3600 or less"]],
    [
      { refresh_token_rotation_enabled: false },
      ["fail settings: auth.refresh_token_rotation_enabled: found false, wanted true"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("auth", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with auth.jwt_exp 3600 or less, auth.refresh_token_rotation_enabled true",
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
