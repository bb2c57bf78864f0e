import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { cspTrustedTypes as rule } from "../../../policies/rules/headers/csp-trusted-types";
import { brief, headersRoute, judge } from "../support/stack";

const ask = (policy: Value) =>
  judge(rule, [headersRoute({ headers: { "Content-Security-Policy": policy } })]);

// Requirement: HDR-02
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a policy that requires them", () => {
    expect(ask("default-src 'self'; require-trusted-types-for 'script'")[0]?.state).toBe("pass");
  });

  it.each([
    ["default-src 'self'", "nothing"],
    ["require-trusted-types-for 'style'", "'style'"],
    ["script-src 'self'; trusted-types app", "nothing"],
  ])("reports %s", (policy, found) => {
    expect(brief(ask(policy))).toEqual([
      `fail web-headers: route.headers.Content-Security-Policy: found ${found}, wanted 'script'`,
    ]);
    expect(ask(policy)[0]?.input).toBe(
      "headers.contentSecurityPolicy.directives.require-trusted-types-for",
    );
  });

  it("cannot tell when the policy is unknown", () => {
    expect(ask(UNKNOWN)[0]?.state).toBe("unknown");
  });
});
