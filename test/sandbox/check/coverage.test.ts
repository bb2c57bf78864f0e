import { describe, expect, it } from "vitest";
import { coverage } from "../../../sandbox/check";
import { types } from "./accepted";

const all = coverage();
const typeCoverage = (token: string) =>
  all.flatMap((name) => name.types).find(({ type }) => type === token);

describe("coverage", () => {
  it("lists every package with the SDK's version and the sources of its rules", () => {
    expect(all.map(({ package: name, version }) => [name, version])).toEqual([
      ["aws", "7.48.0"],
      ["checkly", "1.0.0"],
      ["digitalocean", "4.80.1"],
      ["github", "6.15.0"],
      ["pagerduty", "3.4.0"],
      ["random", "4.21.2"],
      ["sentry", "0.0.9"],
      ["supabase", "1.10.1"],
      ["vercel", "5.4.1"],
    ]);
    for (const { sources } of all) expect(sources.length).toBeGreaterThan(0);
  });

  it("lists the types of a package in order, each once", () => {
    for (const { types: listed } of all) {
      const tokens = listed.map(({ type }) => type);
      expect(tokens).toEqual([...new Set(tokens)].sort());
    }
  });

  it("says what replaces and what cannot change", () => {
    expect(typeCoverage(types.healthCheck)).toMatchObject({
      replaces: ["measureLatency", "referenceName", "requestInterval", "routingControlArn", "type"],
      immutable: [],
      replacesKnown: true,
    });
    expect(typeCoverage(types.database)).toMatchObject({
      replaces: [],
      immutable: ["organizationId", "region"],
      replacesKnown: true,
    });
  });

  it("says of which AWS types it knows nothing but their inputs", () => {
    const instanceProfile = typeCoverage("aws:iam/instanceProfile:InstanceProfile");
    expect(instanceProfile).toMatchObject({ valueRules: 0, replaces: [], replacesKnown: false });
  });

  it("takes replacements from the comments of the SDK, and does not call the list complete", () => {
    expect(typeCoverage("aws:wafv2/apiKey:ApiKey")).toMatchObject({
      replaces: ["region", "scope", "tokenDomains"],
      replacesKnown: false,
    });
  });

  it("says why nobody can make a type through its SDK", () => {
    expect(typeCoverage(types.teamConfig)?.unusable).toContain("Missing required property 'id'");
  });
});
