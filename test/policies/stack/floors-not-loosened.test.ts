import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { hstsMaxAge } from "../../../policies/rules/headers/hsts-max-age";
import { permissionsPolicy } from "../../../policies/rules/headers/permissions-policy";
import { referrerPolicy } from "../../../policies/rules/headers/referrer-policy";
import { floorsNotLoosened as rule } from "../../../policies/rules/stack/floors-not-loosened";
import { brief, judge, profile } from "../support/stack";

const beside = [hstsMaxAge, permissionsPolicy, referrerPolicy];
const withProfile = (changes: PropertyMap, stack = "prod") =>
  judge(rule, [profile(changes)], { stack, beside });
const withOptions = (id: string, options: PropertyMap) => withProfile({ rules: { [id]: options } });

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when the stack sets no option", () => {
    expect(brief(withProfile({}))).toEqual([`pass profile: ${rule.title}`]);
  });

  it("holds at exactly the floor and above it", () => {
    expect(withOptions("hsts-max-age", { minSeconds: 31_536_000 })[0]?.state).toBe("pass");
    expect(withOptions("hsts-max-age", { minSeconds: 63_072_000 })[0]?.state).toBe("pass");
  });

  it("reports a lower number, in full", () => {
    expect(withOptions("hsts-max-age", { minSeconds: 31_535_999 })).toEqual([
      {
        rule: "floors-not-loosened",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "critical",
        message: "rules.hsts-max-age.minSeconds: found 31535999, wanted at least 31536000",
        property: "rules.hsts-max-age.minSeconds",
        input: "rules.hsts-max-age.minSeconds",
        found: "31535999",
        wanted: "at least 31536000",
      },
    ]);
  });

  it("reports a longer list of what is allowed", () => {
    expect(
      brief(withOptions("referrer-policy", { allowed: ["no-referrer", "unsafe-url"] })),
    ).toEqual([
      "fail profile: rules.referrer-policy.allowed: found no-referrer, unsafe-url, wanted none but no-referrer, same-origin, strict-origin, strict-origin-when-cross-origin",
    ]);
  });

  it("reports a shorter list of what is restricted", () => {
    expect(withOptions("permissions-policy", { restricted: ["camera"] })[0]?.state).toBe("fail");
  });

  it("reports a gentler way with unknowns in prod only", () => {
    expect(brief(withProfile({ onUnknown: "warn" }))).toEqual([
      "fail profile: onUnknown: found warn, wanted fail",
    ]);
    expect(withProfile({ onUnknown: "warn", tier: "staging" }, "staging")[0]?.state).toBe("pass");
  });

  it("reports unknowns that pass in silence everywhere but in dev", () => {
    expect(brief(withProfile({ onUnknown: "allow" }))).toEqual([
      "fail profile: onUnknown: found allow, wanted fail",
    ]);
    expect(brief(withProfile({ onUnknown: "allow", tier: "staging" }, "staging"))).toEqual([
      "fail profile: onUnknown: found allow, wanted warn",
    ]);
    expect(withProfile({ onUnknown: "allow", tier: "dev" }, "dev")[0]?.state).toBe("pass");
  });

  it("measures a dishonest tier by the stricter one", () => {
    const rules = { "hsts-max-age": { minSeconds: 86_400 } };
    expect(withProfile({ tier: "dev", rules }, "prod")[0]?.state).toBe("fail");
    expect(withProfile({ tier: "dev", rules }, "dev")[0]?.state).toBe("pass");
  });
});
