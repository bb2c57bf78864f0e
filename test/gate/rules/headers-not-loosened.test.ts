import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { headersNotLoosened as rule } from "../../../gate/rules/headers-not-loosened";
import { compliantHeaders, removal } from "../../policies/support/stack";
import { brief, judge, step } from "../support/changes";

const type = "vercel:index/projectRoute:ProjectRoute";
const headers = {
  ...compliantHeaders,
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self' https://a.example; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
};
const route = (given: unknown, transforms: readonly PropertyMap[] = [removal("X-Powered-By")]) =>
  ({ route: { src: "/(.*)", headers: given, transforms } }) as PropertyMap;
const from = route(headers);

/** What is said when one header has another value, or none. */
function changed(name: string, value: unknown): string[] {
  const after: Record<string, unknown> = { ...headers, [name]: value };
  if (value === undefined) delete after[name];
  return brief(
    judge(rule, [step({ type, name: "web-headers", before: from, after: route(after) })]),
  );
}

const csp = "Content-Security-Policy";
const looser: [name: string, value: unknown, said: string[]][] = [
  ["Strict-Transport-Security", "max-age=300; includeSubDomains", ["HSTS max-age 63072000 → 300"]],
  ["Strict-Transport-Security", "max-age=63072000", ["HSTS for subdomains yes → no"]],
  [
    "Strict-Transport-Security",
    undefined,
    ["strict-transport-security: max-age=63072000; includeSubDomains → not sent"],
  ],
  ["X-Frame-Options", "SAMEORIGIN", ["X-Frame-Options DENY → SAMEORIGIN"]],
  ["X-Content-Type-Options", "sniff", ["X-Content-Type-Options nosniff → sniff"]],
  [
    "Referrer-Policy",
    "unsafe-url",
    ["Referrer-Policy strict-origin-when-cross-origin → unsafe-url"],
  ],
  [
    "Permissions-Policy",
    "camera=(self), geolocation=*, microphone=(), payment=()",
    [
      "Permissions-Policy camera nobody → self",
      "Permissions-Policy geolocation nobody → *",
      "Permissions-Policy usb nobody → none",
    ],
  ],
  [
    "Cross-Origin-Opener-Policy",
    "same-origin-allow-popups",
    ["Cross-Origin-Opener-Policy same-origin → same-origin-allow-popups"],
  ],
  [
    "Cross-Origin-Resource-Policy",
    "cross-origin",
    ["Cross-Origin-Resource-Policy same-origin → cross-origin"],
  ],
  [
    csp,
    headers[csp].replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    ["CSP script-src 'unsafe-inline' not allowed → allowed"],
  ],
  [
    csp,
    headers[csp].replace("base-uri 'self'; ", "").replace("; frame-ancestors 'none'", ""),
    ["CSP base-uri set → none", "CSP frame-ancestors set → none"],
  ],
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds while nothing gets weaker", () => {
    expect(brief(judge(rule, [step({ type, before: from, after: from })]))).toEqual([
      "pass groundwork-prod: 9 compared with what is deployed, none weaker",
    ]);
  });

  it.each(looser)("refuses %s: %s as a change of meaning", (name, value, said) => {
    expect(changed(name, value)).toEqual(said.map((text) => `fail web-headers: ${text}`));
  });

  it.each([
    ["Strict-Transport-Security", "max-age=63072001; includeSubDomains; preload"],
    ["Referrer-Policy", "no-referrer"],
    [csp, headers[csp].replace("https://a.example", "https://b.example")],
    [csp, `${headers[csp]}; connect-src 'self'`],
  ])("lets %s be %s", (name, value) => {
    expect(changed(name, value)[0]).toMatch(/^pass /);
  });

  it("does not ask whether a value was better before it was known", () => {
    const before = route({ ...headers, "X-Frame-Options": UNKNOWN });
    const results = judge(rule, [
      step({ type, before, after: route({ ...headers, "X-Frame-Options": "SAMEORIGIN" }) }),
    ]);
    expect(results.map(({ state }) => state)).toEqual(["pass"]);
  });

  it("cannot tell a value that is not known yet", () => {
    expect(changed("X-Frame-Options", UNKNOWN)).toEqual([
      "unknown web-headers: x-frame-options: DENY → a value that is not known before the update; give it a plain value, not the output of another resource",
    ]);
  });

  it("refuses to send again what was removed", () => {
    const after = route(headers, []);
    expect(brief(judge(rule, [step({ type, before: from, after })]))).toEqual([
      "fail it: x-powered-by: removed → sent again",
    ]);
  });

  it("names the setting and the property that decide it", () => {
    const after = route({ ...headers, "X-Frame-Options": "SAMEORIGIN" });
    expect(judge(rule, [step({ type, before: from, after })])[0]).toMatchObject({
      property: "route.headers.X-Frame-Options",
      input: "headers.frameOptions",
      found: "SAMEORIGIN",
      wanted: "DENY",
      severity: "high",
    });
  });

  it("sees the route that takes the place of a renamed one, and misses one that nothing replaces", () => {
    const old = step({ type, name: "old", before: from });
    const renamed = step({ type, name: "new", after: from });
    expect(judge(rule, [old, renamed])[0]?.state).toBe("pass");
    expect(judge(rule, [old])).toHaveLength(9);
    const elsewhere = step({
      type,
      name: "new",
      after: { route: { ...(from["route"] as PropertyMap), src: "/docs/(.*)" } },
    });
    expect(judge(rule, [old, elsewhere])).toHaveLength(9);
  });

  it("has nothing to compare on the first update", () => {
    expect(judge(rule, [step({ type, after: from })])[0]?.state).toBe("not-applicable");
  });

  // Requirement: HOST-14, HOST-15, HOST-16
  it("compares what one host sends with what another one would", () => {
    const hosted = "groundwork:hosting:HostedRoute";
    const moved = (after: PropertyMap) => [
      step({ type, name: "web-headers", before: from }),
      step({ type: hosted, name: "web-headers", after }),
    ];
    expect(brief(judge(rule, moved(from))).filter((line) => line.includes("→"))).toEqual([]);
    const fewer: Record<string, unknown> = { ...headers };
    delete fewer["X-Frame-Options"];
    expect(brief(judge(rule, moved(route(fewer))))).toEqual([
      expect.stringContaining("x-frame-options: DENY → not sent"),
    ]);
  });
});
