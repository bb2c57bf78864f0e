import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { cspUpgrade as rule } from "../../../policies/rules/https/csp-upgrade";
import { brief, headersRoute, judge } from "../support/stack";

const ask = (policy: string | symbol) =>
  judge(rule, [headersRoute({ headers: { "Content-Security-Policy": policy as string } })]);

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["upgrade-insecure-requests", "default-src 'self'; Upgrade-Insecure-Requests;"])(
    "accepts %s",
    (policy) => {
      expect(ask(policy)).toMatchObject([{ state: "pass", found: "upgrade-insecure-requests" }]);
    },
  );

  it.each(["default-src 'self'", "default-src upgrade-insecure-requests"])(
    "reports %s",
    (policy) => {
      expect(brief(ask(policy))).toEqual([
        "fail web-headers: route.headers.Content-Security-Policy: found nothing, wanted upgrade-insecure-requests",
      ]);
      expect(ask(policy)[0]?.input).toBe(
        "headers.contentSecurityPolicy.directives.upgrade-insecure-requests",
      );
    },
  );

  it("has no ground in a route without a policy", () => {
    expect(judge(rule, [headersRoute({ headers: {} })])[0]?.state).toBe("not-applicable");
  });

  it("cannot tell when the policy is unknown", () => {
    expect(ask(UNKNOWN)[0]?.state).toBe("unknown");
  });
});
