import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { authPasswordsStrong as rule } from "../../../policies/rules/data/auth-passwords-strong";
import { brief, judge, profile } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { password_min_length: 12, password_hibp_enabled: true };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("auth", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [{}, { password_min_length: 13 }]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [
      { password_min_length: 11 },
      ["fail settings: auth.password_min_length: found 11, wanted 12 or more"],
    ],
    [
      { password_min_length: "long" },
      ["fail settings: auth.password_min_length: found long, wanted 12 or more"],
    ],
    [
      { password_hibp_enabled: false },
      ["fail settings: auth.password_hibp_enabled: found false, wanted true"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("auth", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with auth.password_min_length 12 or more, auth.password_hibp_enabled true",
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

  it("asks less of dev, where the plan knows no leaks", () => {
    const dev = profile({ tier: "dev" });
    const stack = [dev, ...withSettings("auth", { password_min_length: 8 })];
    expect(brief(judge(rule, stack, { stack: "dev" }))).toEqual([`pass settings: ${rule.title}`]);
  });

  it("asks for more where the stack says so, and never for less", () => {
    const asking = (minLength: number) =>
      profile({ rules: { "auth-passwords-strong": { minLength } } });
    const judgedBy = (minLength: number, length: number) =>
      judge(rule, [
        asking(minLength),
        ...withSettings("auth", { ...compliant, password_min_length: length }),
      ]).map(({ state }) => state);
    expect(judgedBy(15, 14)).toContain("fail");
    expect(judgedBy(8, 11)).toContain("fail");
  });
});
