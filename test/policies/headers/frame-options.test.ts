import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { frameOptions as rule } from "../../../policies/rules/headers/frame-options";
import { brief, headersRoute, headersWith, judge, vercelProject } from "../support/stack";

const header = "X-Frame-Options";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(judge(rule, [vercelProject, headersRoute()])[0]?.state).toBe("pass");
  });

  it.each(["SAMEORIGIN", "deny"])("accepts %s", (value) => {
    expect(judge(rule, withValue(value))[0]?.state).toBe("pass");
  });

  it.each(["ALLOWALL", "ALLOW-FROM https://partner.example.com", "DENY, SAMEORIGIN"])(
    "reports %s",
    (value) => {
      expect(brief(judge(rule, withValue(value)))).toEqual([
        `fail web-headers: route.headers.X-Frame-Options: found ${value}, wanted DENY or SAMEORIGIN`,
      ]);
    },
  );

  it("reports a missing header, and points at the setting that decides it", () => {
    const results = judge(rule, withValue());
    expect(brief(results)).toEqual([
      "fail web-headers: route.headers.X-Frame-Options: found nothing, wanted DENY or SAMEORIGIN on every path",
    ]);
    expect(results[0]?.input).toBe("headers.frameOptions");
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
