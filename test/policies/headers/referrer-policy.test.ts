import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { referrerPolicy as rule } from "../../../policies/rules/headers/referrer-policy";
import { brief, headersRoute, headersWith, judge, profile, vercelProject } from "../support/stack";

const header = "Referrer-Policy";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(judge(rule, [vercelProject, headersRoute()])[0]?.state).toBe("pass");
  });

  it.each(["no-referrer", "same-origin", "strict-origin", "Strict-Origin-When-Cross-Origin"])(
    "accepts %s",
    (value) => {
      expect(judge(rule, withValue(value))[0]?.state).toBe("pass");
    },
  );

  it.each([
    "unsafe-url",
    "no-referrer-when-downgrade",
    "origin",
    "origin-when-cross-origin",
    "never",
  ])("reports %s", (value) => {
    expect(judge(rule, withValue(value))[0]?.state).toBe("fail");
  });

  it("says what was found and what would do", () => {
    expect(brief(judge(rule, withValue("unsafe-url")))).toEqual([
      "fail web-headers: route.headers.Referrer-Policy: found unsafe-url, wanted no-referrer or same-origin or strict-origin or strict-origin-when-cross-origin",
    ]);
  });

  it("judges the last policy of a list that browsers know, as they do", () => {
    expect(judge(rule, withValue("unsafe-url, no-referrer"))[0]?.state).toBe("pass");
    expect(judge(rule, withValue("no-referrer, unsafe-url, future-policy"))[0]?.state).toBe("fail");
  });

  it("accepts less when the stack asks for less", () => {
    const stricter = profile({ rules: { "referrer-policy": { allowed: ["no-referrer"] } } });
    expect(judge(rule, [stricter, ...withValue("same-origin")])[0]?.state).toBe("fail");
    expect(judge(rule, [stricter, ...withValue("no-referrer")])[0]?.state).toBe("pass");
  });

  it("does not accept more because the stack asks for more", () => {
    const looser = profile({
      rules: { "referrer-policy": { allowed: ["no-referrer", "origin"] } },
    });
    expect(judge(rule, [looser, ...withValue("origin")])[0]?.state).toBe("fail");
  });

  it("reports a missing header, and points at the setting that decides it", () => {
    const [result] = judge(rule, withValue());
    expect([result?.state, result?.input]).toEqual(["fail", "headers.referrerPolicy"]);
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
