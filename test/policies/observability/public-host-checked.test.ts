import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { publicHostChecked as rule } from "../../../policies/rules/observability/public-host-checked";
import { hostedSite } from "../support/hosted";
import { brief, judge, profile, resource } from "../support/stack";

const domain = (inputs: PropertyMap) => resource(providerTypes.vercelDomain, "web-host", inputs);
const check = (fqdn: Value, type: Value = "HTTPS") =>
  resource(providerTypes.awsHealthCheck, "uptime-app", { type, fqdn });
const app = domain({ domain: "app.example.com" });
const stateOf = (...resources: Parameters<typeof judge>[1][number][]) =>
  judge(rule, resources)[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when a health check asks the host", () => {
    expect(stateOf(app, check("app.example.com"))).toBe("pass");
    expect(stateOf(app, check("APP.example.com", "HTTPS_STR_MATCH"))).toBe("pass");
  });

  it("reports a host that nobody asks, in full", () => {
    expect(judge(rule, [app, check("other.example.com")])).toEqual([
      {
        rule: "public-host-checked",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectDomain:ProjectDomain::web-host",
        level: "mandatory",
        severity: "medium",
        message: "domain: found no HTTPS health check of app.example.com, wanted one",
        property: "domain",
        found: null,
        wanted: "an HTTPS health check of this host",
      },
    ]);
  });

  it("does not count a check over plain HTTP", () => {
    expect(stateOf(app, check("app.example.com", "HTTP"))).toBe("fail");
  });

  it("leaves redirecting hosts and wildcards alone", () => {
    expect(
      brief(judge(rule, [domain({ domain: "www.example.com", redirect: "app.example.com" })])),
    ).toEqual(["not-applicable web-host: the host redirects to another"]);
    expect(brief(judge(rule, [domain({ domain: "*.example.com" })]))).toEqual([
      "not-applicable web-host: a wildcard is not one host",
    ]);
  });

  it("is only told in dev", () => {
    const inDev = judge(rule, [profile({ tier: "dev" }), app], { stack: "dev" });
    expect(inDev.map(({ state, level }) => [state, level])).toEqual([["fail", "advisory"]]);
  });

  it("cannot tell when the host, the redirect or a check's host is unknown", () => {
    expect(stateOf(domain({ domain: UNKNOWN }))).toBe("unknown");
    expect(stateOf(domain({ domain: "app.example.com", redirect: UNKNOWN }))).toBe("unknown");
    expect(stateOf(app, check(UNKNOWN))).toBe("unknown");
  });

  it("has nothing to judge in a stack without hosts", () => {
    expect(stateOf(check("app.example.com"))).toBe("not-applicable");
  });

  it("asks the same of a site on another host", () => {
    const site = hostedSite({
      domains: { "app.example.com": {}, "www.example.com": { redirect: "app.example.com" } },
    });
    expect(judge(rule, [site, check("app.example.com")]).map(({ state }) => state)).toEqual([
      "not-applicable",
      "pass",
    ]);
    expect(brief(judge(rule, [site]))[1]).toBe(
      'fail web-site: domains["app.example.com"]: found no HTTPS health check of app.example.com, wanted one',
    );
    expect(stateOf(hostedSite({ domains: UNKNOWN }))).toBe("unknown");
  });

  it("takes a check at Checkly that runs and asks by HTTPS", () => {
    const checkly = (url: Value, activated: Value = true) =>
      stateOf(app, resource(providerTypes.checklyCheck, "check", { activated, request: { url } }));
    expect(checkly("https://app.example.com/api/health")).toBe("pass");
    expect(checkly("https://other.example.com")).toBe("fail");
    expect(checkly("http://app.example.com")).toBe("fail");
    expect(checkly("https://app.example.com", false)).toBe("fail");
    expect(checkly(UNKNOWN)).toBe("unknown");
  });
});
