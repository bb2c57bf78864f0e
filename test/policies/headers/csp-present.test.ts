import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { cspPresent as rule } from "../../../policies/rules/headers/csp-present";
import { brief, headersRoute, headersWith, judge, places, vercelProject } from "../support/stack";

const header = "Content-Security-Policy";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(places(judge(rule, [vercelProject, headersRoute()]))).toEqual([
      `pass web-headers route.headers.${header}`,
    ]);
  });

  it("reports a project without a policy", () => {
    const route = headersRoute({ headers: headersWith(header) });
    expect(brief(judge(rule, [vercelProject, route]))).toEqual([
      "fail web-headers: route.headers.Content-Security-Policy: found nothing, wanted the header on every path",
    ]);
  });

  it("does not take a policy that is only reported for one that is enforced", () => {
    const headers = { "Content-Security-Policy-Report-Only": "default-src 'self'" };
    const results = judge(rule, [vercelProject, headersRoute({ headers })]);
    expect(results.map(({ state }) => state)).toEqual(["fail"]);
  });

  it("cannot tell when the policy is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("points at the setting that decides it", () => {
    expect(judge(rule, [vercelProject])[0]?.input).toBe("headers.contentSecurityPolicy");
  });
});
