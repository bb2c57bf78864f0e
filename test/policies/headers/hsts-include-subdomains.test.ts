import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { hstsIncludeSubdomains as rule } from "../../../policies/rules/headers/hsts-include-subdomains";
import { headersRoute, headersWith, judge, places, vercelProject } from "../support/stack";

const header = "Strict-Transport-Security";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(places(judge(rule, [vercelProject, headersRoute()]))).toEqual([
      `pass web-headers route.headers.${header}`,
    ]);
  });

  it("reports a value without includeSubDomains, in full", () => {
    expect(judge(rule, withValue("max-age=63072000; preload"))).toEqual([
      {
        rule: "hsts-include-subdomains",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "medium",
        message:
          "route.headers.Strict-Transport-Security: found max-age=63072000; preload, wanted includeSubDomains",
        property: "route.headers.Strict-Transport-Security",
        input: "headers.strictTransportSecurity.includeSubDomains",
        found: "max-age=63072000; preload",
        wanted: "includeSubDomains",
      },
    ]);
  });

  it("reads the directive in any case and place", () => {
    expect(judge(rule, withValue("INCLUDESUBDOMAINS;max-age=1"))[0]?.state).toBe("pass");
  });

  it("is not fooled by a name that only contains the directive's", () => {
    expect(judge(rule, withValue("max-age=1; xincludeSubDomains"))[0]?.state).toBe("fail");
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("leaves an absent header to hsts-present", () => {
    expect(judge(rule, withValue()).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
