import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { contentTypeOptions as rule } from "../../../policies/rules/headers/content-type-options";
import { brief, headersRoute, headersWith, judge, vercelProject } from "../support/stack";

const header = "X-Content-Type-Options";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(judge(rule, [vercelProject, headersRoute()])[0]?.state).toBe("pass");
  });

  it("reports a missing header", () => {
    expect(brief(judge(rule, withValue()))).toEqual([
      "fail web-headers: route.headers.X-Content-Type-Options: found nothing, wanted nosniff on every path",
    ]);
  });

  it("reports any other value, and points at the setting that decides it", () => {
    const results = judge(rule, withValue("sniff"));
    expect(brief(results)).toEqual([
      "fail web-headers: route.headers.X-Content-Type-Options: found sniff, wanted nosniff",
    ]);
    expect(results[0]?.input).toBe("headers.contentTypeOptions");
  });

  it("reads the value in any case", () => {
    expect(judge(rule, withValue(" NoSniff "))[0]?.state).toBe("pass");
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
