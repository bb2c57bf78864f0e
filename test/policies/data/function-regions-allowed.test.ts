import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { functionRegionsAllowed as rule } from "../../../policies/rules/data/function-regions-allowed";
import { hostedSite } from "../support/hosted";
import { brief, judge, profile, resource, vercelProject } from "../support/stack";

const inRegions = (functionDefaultRegions: Value): DeclaredResource => ({
  ...vercelProject,
  inputs: { resourceConfig: { functionDefaultRegions } },
});
const stateOf = (regions: Value) => judge(rule, [inRegions(regions)])[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when every region is on the list", () => {
    expect(stateOf(["iad1", "lhr1", "sfo1", "syd1", "yul1"])).toBe("pass");
  });

  it("reports the regions that are not, in full", () => {
    expect(judge(rule, [inRegions(["iad1", "fra1", "hkg1"])])).toEqual([
      {
        rule: "function-regions-allowed",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/project:Project::web",
        level: "mandatory",
        severity: "medium",
        message:
          "resourceConfig.functionDefaultRegions: found fra1, hkg1, wanted some of iad1, lhr1, sfo1, syd1, yul1",
        property: "resourceConfig.functionDefaultRegions",
        input: "resourceConfig.functionDefaultRegions",
        found: ["fra1", "hkg1"],
        wanted: "some of iad1, lhr1, sfo1, syd1, yul1",
      },
    ]);
  });

  it("reports a project that leaves the region to Vercel", () => {
    expect(brief(judge(rule, [resource(vercelProject.type, "bare")]))).toEqual([
      "fail bare: resourceConfig.functionDefaultRegions: found nothing, wanted some of iad1, lhr1, sfo1, syd1, yul1",
    ]);
    expect(stateOf([])).toBe("fail");
  });

  it("allows less when the stack asks for less, and never more", () => {
    const canada = profile({ rules: { "function-regions-allowed": { allowed: ["yul1"] } } });
    expect(judge(rule, [canada, inRegions(["iad1"])])[0]?.state).toBe("fail");
    const europe = profile({ rules: { "function-regions-allowed": { allowed: ["fra1"] } } });
    expect(judge(rule, [europe, inRegions(["fra1"])])[0]?.state).toBe("fail");
  });

  it("cannot tell when a region is unknown, unless another one is foreign", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
    expect(stateOf(["iad1", UNKNOWN])).toBe("unknown");
    expect(stateOf(["fra1", UNKNOWN])).toBe("fail");
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });

  it("takes a host's own region for those of Vercel that it is the nearest to", () => {
    const site = (inputs: PropertyMap) => judge(rule, [hostedSite(inputs)]);
    expect(site({ vendor: "digitalocean", regions: ["tor"] })).toMatchObject([
      { state: "pass", property: "regions", input: "resourceConfig.functionDefaultRegions" },
    ]);
    expect(site({ vendor: "digitalocean", regions: ["fra"] })).toMatchObject([
      { state: "fail", found: ["fra"] },
    ]);
    expect(site({ vendor: "digitalocean" })).toMatchObject([{ state: "fail", found: null }]);
    expect(site({ vendor: "digitalocean", regions: UNKNOWN })).toMatchObject([
      { state: "unknown" },
    ]);
  });

  it("has no ground where a host serves from everywhere", () => {
    expect(brief(judge(rule, [hostedSite({ vendor: "nowhere", regions: [] })]))).toEqual([
      "not-applicable web-site: the host serves it from everywhere",
    ]);
  });
});
