import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { type Check, needsCredential } from "../../../operations/smoke/check";
import { smokePlan } from "../../../operations/smoke/plan";
import { type Served, servedOf } from "../../../operations/smoke/served";
import { compiledPrograms } from "../../support/compiled-program";

/* Requirement: REL-07, REL-08, REL-14, HDR-12, HDR-13 */

describe("the smoke plan of the example product", () => {
  const plans: Record<string, Check[]> = {};
  beforeAll(async () => {
    const programs = compiledPrograms();
    for (const stack of ["dev", "staging", "prod"]) {
      const resources = await programs.declare(stack, readFileSync(`Pulumi.${stack}.yaml`, "utf8"));
      plans[stack] = smokePlan(servedOf(resources));
    }
    programs.remove();
  }, 120_000);
  const named = (stack: string, group: Check["group"]) =>
    plans[stack]!.filter((it) => it.group === group).map(({ name }) => name);

  it("asks in prod what a user does, and what is refused", () => {
    expect(named("prod", "requests").slice(0, 6)).toEqual([
      ...["home page", "new project", "no token, no answer", "preview start", "session start"],
      "sign-in",
    ]);
    expect(named("prod", "authentication")).toEqual([
      "preview start: refused without a token",
      "session start: refused without a token",
    ]);
    const wanted = plans["prod"]!.find(({ name }) => name === "new project");
    expect(wanted).toMatchObject({
      ...{ url: "https://app.velocity-platform.com/api/projects", authenticated: true },
      ...{ question: { method: "POST" }, expects: { kind: "status", statuses: [201] } },
    });
  });

  it("compares every declared header, on the home page and on the health report", () => {
    const of = plans["staging"]!.filter(({ group }) => group === "headers");
    expect(of.map(({ url }) => url)).toEqual([
      "https://staging.velocity-platform.com/",
      "https://staging.velocity-platform.com/api/health",
    ]);
    const [first] = of;
    if (first?.expects.kind !== "headers") throw new Error("compares no headers");
    const { set, absent } = first.expects.headers;
    expect(Object.keys(set).sort()).toEqual([
      ...["Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"],
      ...["Permissions-Policy", "Referrer-Policy", "Strict-Transport-Security"],
      ...["X-Content-Type-Options", "X-Frame-Options"],
    ]);
    expect(absent).toEqual(["x-powered-by"]);
  });

  it("asks both health endpoints, every certificate, and http of each host", () => {
    expect(named("staging", "health")).toEqual([
      "staging.velocity-platform.com/api/health: health report",
      "velocity-orchestrator-staging.fly.dev/health: health report",
    ]);
    expect(named("staging", "certificates")).toEqual([
      "staging.velocity-platform.com: certificate",
      "velocity-orchestrator-staging.fly.dev: certificate",
    ]);
    expect(named("staging", "https")).toEqual([
      "staging.velocity-platform.com: http leads to https",
      "velocity-orchestrator-staging.fly.dev: http leads to https",
    ]);
    expect(named("prod", "redirects")).toEqual([
      "velocity-platform.com: leads to app.velocity-platform.com",
      "www.velocity-platform.com: leads to app.velocity-platform.com",
    ]);
  });

  it("sends the credential in prod alone, which declares a suite", () => {
    expect(plans["dev"]!.some(needsCredential)).toBe(false);
    expect(plans["staging"]!.some(needsCredential)).toBe(false);
    expect(plans["prod"]!.filter(needsCredential).map(({ name }) => name)).toEqual([
      ...["new project", "preview start", "session start", "sign-in"],
    ]);
  });

  it("names each check once", () => {
    for (const plan of Object.values(plans)) {
      expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
    }
  });
});

describe("a smoke plan", () => {
  const nothing: Served = {
    ...{ domains: [], headers: [], redirects: [], watched: [], services: [], suite: [] },
    certificateDays: 21,
  };
  const app = { host: "app.example.com", status: 307 };

  it("of nothing is empty", () => {
    expect(smokePlan(nothing)).toEqual([]);
  });

  it("asks for a redirect by its source where that is a path, and leaves patterns alone", () => {
    const redirects = ["/old", "/docs/(.*)", "/a.b"].map((source) => ({
      ...{ source, syntax: "path-to-regexp" as const, to: "/new", status: 308 },
    }));
    const plan = smokePlan({ ...nothing, domains: [app], redirects });
    expect(plan.filter(({ group }) => group === "redirects").map(({ url }) => url)).toEqual([
      "https://app.example.com/old",
      "https://app.example.com/a.b",
    ]);
  });

  it("asks as the declared origin too, where there is one", () => {
    const set = { "Access-Control-Allow-Origin": "https://app.example.org" };
    const headers = [{ source: "/(.*)", syntax: "regex" as const, headers: { set, absent: [] } }];
    const cors = smokePlan({ ...nothing, domains: [app], headers }).filter(
      ({ group }) => group === "cors",
    );
    expect(cors.map(({ expects }) => expects)).toEqual([
      { kind: "cors", origin: "https://elsewhere.invalid", mayAsk: false },
      { kind: "cors", origin: "https://app.example.org", mayAsk: true },
    ]);
    expect(cors[0]?.question).toEqual({
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.invalid", "access-control-request-method": "POST" },
    });
  });

  it("names a port that is not 443, and leaves its certificate to whoever serves 443", () => {
    const watched = [
      {
        ...{ host: "db.example.com", port: 8443, path: "/up", statuses: [200] },
        ...{ report: false, redirects: false },
      },
    ];
    expect(smokePlan({ ...nothing, watched }).map(({ url }) => url)).toEqual([
      "https://db.example.com:8443/up",
    ]);
  });
});

describe("what is served, as resources declare it", () => {
  const resource = (type: string, inputs: object) => ({
    ...{ urn: `urn:pulumi:x::y::${type}::z`, type, name: "z", custom: true, protect: false },
    ...{ inputs: inputs as never, propertyDependencies: {} },
  });
  const route = (inputs: object) => resource("vercel:index/projectRoute:ProjectRoute", inputs);
  const served = (...inputs: object[]) => servedOf(inputs.map(route)).headers;

  it("leaves out a rule that acts on some requests only, is off, or is not known yet", () => {
    const headers = { "X-A": "1" };
    expect(served({ route: { src: "/(.*)", headers } })).toHaveLength(1);
    expect(served({ route: { src: "/(.*)", headers, has: [{ type: "host" }] } })).toEqual([]);
    expect(served({ route: { src: "/(.*)", headers, missings: [{ type: "host" }] } })).toEqual([]);
    expect(served({ enabled: false, route: { src: "/(.*)", headers } })).toEqual([]);
    expect(served({ route: UNKNOWN })).toEqual([]);
    expect(served({ route: { src: "/(.*)", headers: { "X-A": UNKNOWN } } })).toEqual([]);
  });

  it("leaves out the domain of a branch", () => {
    const domain = (inputs: object) => resource("vercel:index/projectDomain:ProjectDomain", inputs);
    const { domains } = servedOf([
      domain({ domain: "app.example.com" }),
      domain({ domain: "next.example.com", gitBranch: "next" }),
    ]);
    expect(domains).toEqual([{ host: "app.example.com", status: 307 }]);
  });
});
