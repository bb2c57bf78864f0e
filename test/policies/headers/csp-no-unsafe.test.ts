import { describe, expect, it } from "vitest";
import { headerDefaults } from "../../../catalogue/headers";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { cspNoUnsafe as rule } from "../../../policies/rules/headers/csp-no-unsafe";
import {
  headersRoute,
  headersWith,
  judge,
  profile,
  resource,
  vercelProject,
} from "../support/stack";

const header = "Content-Security-Policy";
const base = "default-src 'self'; object-src 'none'; base-uri 'self'";
const withPolicy = (policy?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, policy) }),
];
const findings = (policy: string) =>
  judge(rule, withPolicy(policy)).map(({ state, input, found }) => [
    state,
    input?.split(".").at(-1),
    found,
  ]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(judge(rule, [vercelProject, headersRoute()])[0]?.state).toBe("pass");
  });

  it("holds for the baseline of the hosting component", () => {
    const { directives } = headerDefaults.contentSecurityPolicy;
    const policy = Object.entries(directives).map(([name, values]) => [name, ...values].join(" "));
    expect(judge(rule, withPolicy(policy.join("; ")))[0]?.state).toBe("pass");
  });

  it("reports an unsafe source, in full", () => {
    expect(judge(rule, withPolicy(`${base}; script-src 'self' 'unsafe-eval'`))).toEqual([
      {
        rule: "csp-no-unsafe",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "high",
        message:
          "route.headers.Content-Security-Policy: found 'unsafe-eval', wanted a script-src without it",
        property: "route.headers.Content-Security-Policy",
        input: "headers.contentSecurityPolicy.directives.script-src",
        found: "'unsafe-eval'",
        wanted: "a script-src without it",
      },
    ]);
  });

  it("reports one finding for each directive, all its sources in it", () => {
    const policy = `${base}; script-src * 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'`;
    expect(findings(policy)).toEqual([
      ["fail", "script-src", "'unsafe-eval' 'unsafe-inline' *"],
      ["fail", "style-src", "'unsafe-inline'"],
    ]);
  });

  it.each([
    ["script-src *", "script-src", "*"],
    ["script-src https:", "script-src", "https:"],
    ["script-src data:", "script-src", "data:"],
    ["script-src 'unsafe-inline'", "script-src", "'unsafe-inline'"],
    ["script-src-elem 'unsafe-inline'", "script-src-elem", "'unsafe-inline'"],
    ["script-src-attr 'unsafe-hashes'", "script-src-attr", "'unsafe-hashes'"],
    ["script-src https://ajax.googleapis.com", "script-src", "https://ajax.googleapis.com"],
    ["script-src 'nonce-c29tZSBub25jZQ=='", "script-src", "'nonce-c29tZSBub25jZQ=='"],
    ["img-src http://cdn.example.com", "img-src", "http://cdn.example.com"],
    ["style-src 'unsafe-inline'", "style-src", "'unsafe-inline'"],
    ["scirpt-src 'self'", "scirpt-src", "scirpt-src"],
    ["script-src self", "script-src", "self"],
  ])("reports %s", (directive, where, found) => {
    expect(findings(`${base}; ${directive}`)).toEqual([["fail", where, found]]);
  });

  it("reports what is missing", () => {
    expect(findings("img-src 'self'")).toEqual([
      ["fail", "object-src", null],
      ["fail", "script-src", null],
    ]);
  });

  it("reports unsafe sources that scripts inherit from default-src", () => {
    expect(findings("default-src 'self' 'unsafe-inline'; object-src 'none'")).toEqual([
      ["fail", "default-src", "'unsafe-inline'"],
    ]);
  });

  it.each([
    "script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=' 'unsafe-inline'",
    "style-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=' 'unsafe-inline'",
    "script-src 'wasm-unsafe-eval'",
    "img-src 'self' data: https:",
    "fenced-frame-src 'none'",
    "trusted-types 'allow-duplicates' next; require-trusted-types-for 'script'",
  ])("accepts %s", (directives) => {
    expect(findings(`${base}; ${directives}`)).toEqual([
      ["pass", "contentSecurityPolicy", undefined],
    ]);
  });

  it("takes a nonce from the app, which makes one for each answer", () => {
    const policy = `${base}; script-src 'nonce-c29tZSBub25jZQ=='`;
    const app = resource(tokens.hostingProject, "app", {
      headers: { contentSecurityPolicy: { owner: "app", policy } },
    });
    expect(judge(rule, [app]).map(({ state }) => state)).toEqual(["pass"]);
  });

  it("is only told in dev", () => {
    const results = judge(
      rule,
      [profile({ tier: "dev" }), ...withPolicy(`${base}; script-src 'unsafe-eval'`)],
      { stack: "dev" },
    );
    expect(results.map(({ state, level }) => [state, level])).toEqual([["fail", "advisory"]]);
  });

  it("cannot tell when the policy is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("leaves an absent policy to csp-present", () => {
    expect(judge(rule, withPolicy())[0]?.state).toBe("not-applicable");
  });
});
