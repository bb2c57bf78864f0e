import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { cspFrameAncestors as rule } from "../../../policies/rules/headers/csp-frame-ancestors";
import { headersRoute, headersWith, judge, places, vercelProject } from "../support/stack";

const header = "Content-Security-Policy";
const withPolicy = (policy?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, policy) }),
];
const stateOf = (policy: string) => judge(rule, withPolicy(policy))[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(places(judge(rule, [vercelProject, headersRoute()]))).toEqual([
      `pass web-headers route.headers.${header}`,
    ]);
  });

  it("reports a policy without the directive, which does not fall back to default-src, in full", () => {
    expect(judge(rule, withPolicy("default-src 'none'"))).toEqual([
      {
        rule: "csp-frame-ancestors",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "medium",
        message:
          "route.headers.Content-Security-Policy: found nothing, wanted frame-ancestors with 'none', 'self' or https hosts",
        property: "route.headers.Content-Security-Policy",
        input: "headers.contentSecurityPolicy.directives.frame-ancestors",
        found: null,
        wanted: "frame-ancestors with 'none', 'self' or https hosts",
      },
    ]);
  });

  it.each(["*", "https:", "https://*", "http://*", "http://partner.example.com", "'self' *"])(
    "reports frame-ancestors %s",
    (sources) => {
      const [result] = judge(rule, withPolicy(`frame-ancestors ${sources}`));
      expect(result).toMatchObject({ state: "fail", found: `frame-ancestors ${sources}` });
    },
  );

  it.each([
    "'none'",
    "'self'",
    "https://partner.example.com",
    "partner.example.com *.example.com",
    "https://partner.example.com:*",
    "",
  ])("accepts frame-ancestors %s", (sources) => {
    expect(stateOf(`frame-ancestors ${sources}`)).toBe("pass");
  });

  it("cannot tell when the policy is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("leaves an absent policy to csp-present", () => {
    expect(judge(rule, withPolicy())[0]?.state).toBe("not-applicable");
  });
});
