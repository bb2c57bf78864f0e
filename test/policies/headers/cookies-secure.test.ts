import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { cookiesSecure as rule } from "../../../policies/rules/headers/cookies-secure";
import { brief, headersRoute, judge, removal } from "../support/stack";

const ask = (cookie: Value) => judge(rule, [headersRoute({ headers: { "Set-Cookie": cookie } })]);

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["a=b; Secure; HttpOnly; SameSite=Lax", "a=b;secure;httponly;samesite = strict;Path=/"])(
    "accepts %s",
    (cookie) => {
      expect(brief(ask(cookie))).toEqual([`pass web-headers: ${rule.title}`]);
    },
  );

  it.each([
    ["s3cr3t=b; HttpOnly; SameSite=Lax", "Secure"],
    ["s3cr3t=b; Secure; SameSite=Lax", "HttpOnly"],
    ["s3cr3t=b; Secure; HttpOnly; SameSite=None", "SameSite"],
    ["s3cr3t=b; Secure; HttpOnly", "SameSite"],
    ["Secure; HttpOnly; SameSite=Lax", "Secure"],
    ["s3cr3t=b", "Secure, HttpOnly, SameSite"],
    ["s3cr3t=b; insecure; nothttponly; notsamesite=lax", "Secure, HttpOnly, SameSite"],
    ["s3cr3t=b; secured; httponlyish; samesite=laxer", "Secure, HttpOnly, SameSite"],
  ])("reports %s without quoting it", (cookie, missing) => {
    const results = ask(cookie);
    expect(brief(results)).toEqual([
      `fail web-headers: route.headers.Set-Cookie: found a cookie without ${missing}, wanted Secure, HttpOnly, SameSite=Lax or Strict`,
    ]);
    expect(JSON.stringify(results)).not.toContain("s3cr3t");
  });

  it("has no ground without a cookie, or where it is taken away", () => {
    expect(judge(rule, [headersRoute()])[0]?.state).toBe("not-applicable");
    const remover = headersRoute({ route: { transforms: [removal("Set-Cookie")] } });
    expect(judge(rule, [remover])[0]?.state).toBe("not-applicable");
  });

  it("cannot tell when the cookie is unknown", () => {
    expect(brief(ask(UNKNOWN))).toEqual([
      "unknown web-headers: route.headers.Set-Cookie: not known before the update, wanted Secure, HttpOnly, SameSite=Lax or Strict; give it a plain value, not the output of another resource",
    ]);
  });
});
