import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { failoverPairComplete as rule } from "../../../policies/rules/recovery/failover-pair-complete";
import { asking } from "../support/recovery";
import { brief, judge, profile, resource } from "../support/stack";

const record = (name: string, inputs: PropertyMap) =>
  resource(providerTypes.awsRecord, name, { name: "app.example.com", ttl: 60, ...inputs });
const role = (type: string) => ({ failoverRoutingPolicies: [{ type }] });
const primary = (inputs: PropertyMap = {}) =>
  record("primary", { ...role("PRIMARY"), healthCheckId: UNKNOWN, ...inputs });
const secondary = (inputs: PropertyMap = {}) =>
  record("secondary", { ...role("SECONDARY"), ...inputs });
const domain = (inputs: PropertyMap) => resource(providerTypes.vercelDomain, "domain", inputs);
const app = domain({ domain: "App.example.com" });
const ask = (...resources: DeclaredResource[]) => brief(judge(rule, resources));

// Requirement: UPT-05
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a checked primary record and a secondary one", () => {
    expect(ask(primary(), secondary(), app)).toEqual([`pass primary: ${rule.title}`]);
    expect(ask(primary({ name: "APP.example.com." }), secondary())).toEqual([
      `pass primary: ${rule.title}`,
    ]);
  });

  it("reports half a pair", () => {
    expect(ask(primary())).toEqual([
      "fail primary: found no secondary record of app.example.com, wanted a failover pair",
    ]);
    expect(ask(secondary())).toEqual([
      "fail secondary: found no primary record of app.example.com, wanted a failover pair",
    ]);
  });

  it("reports a host of a project with one address", () => {
    expect(ask(record("single", {}), app)).toEqual([
      "fail single: found no primary record of app.example.com, wanted a failover pair",
    ]);
  });

  it("leaves alone hosts that send visitors elsewhere, and records of other hosts", () => {
    const nothing = ["not-applicable groundwork-prod: no record of a host that visitors use"];
    expect(ask(record("single", {}))).toEqual(nothing);
    const redirect = domain({ domain: "app.example.com", redirect: "www.example.com" });
    expect(ask(record("single", {}), redirect)).toEqual(nothing);
    expect(ask(app)).toEqual(nothing);
    expect(ask(record("unnamed", { name: UNKNOWN }), app)).toEqual(nothing);
  });

  it("reports a primary record that nothing checks", () => {
    expect(ask(primary({ healthCheckId: undefined }), secondary())).toEqual([
      "fail primary: healthCheckId: found nothing, wanted a health check",
    ]);
  });

  it("reports records that live on in caches", () => {
    expect(ask(primary({ ttl: 61 }), secondary())).toEqual([
      "fail primary: ttl: found 61 seconds, wanted at most 60 seconds",
    ]);
    expect(ask(primary(), secondary({ ttl: 300 }))).toEqual([
      "fail secondary: ttl: found 300 seconds, wanted at most 60 seconds",
    ]);
  });

  it("takes aliases, which have no lifetime", () => {
    expect(ask(primary({ ttl: undefined }), secondary({ ttl: undefined }))[0]).toMatch(/^pass/);
  });

  it("only tells of it below prod, where records may live longer", () => {
    const staging = judge(
      rule,
      [profile({ tier: "staging" }), primary({ ttl: 300 }), secondary({ ttl: 301 })],
      { stack: "staging" },
    );
    expect(staging).toMatchObject([{ state: "fail", level: "advisory", found: "301 seconds" }]);
    const dev = [profile({ tier: "dev" }), primary({ ttl: 300 }), secondary({ ttl: 300 })];
    expect(judge(rule, dev, { stack: "dev" })[0]?.state).toBe("pass");
  });

  it("takes a stricter bound from the stack", () => {
    const strict = asking(rule.id, { maxTtl: 30 });
    expect(judge(rule, [strict, primary(), secondary()])[0]?.state).toBe("fail");
  });

  it("cannot tell what is unknown", () => {
    expect(ask(primary({ ttl: UNKNOWN }), secondary())).toEqual([
      expect.stringMatching(/^unknown primary: ttl: not known/),
    ]);
  });
});
