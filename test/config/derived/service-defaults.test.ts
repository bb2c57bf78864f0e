import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import { tiers } from "../../../core/profile";
import { edited, sectionsOf } from "../support";

const least = {
  app: "shop-hub",
  image: `ghcr.io/shop/hub@sha256:${"0".repeat(64)}`,
  port: 3000,
  checks: { tcp: {} },
};

function parsed(tier: string, service: object) {
  const sections = sectionsOf(`Pulumi.${tier}.yaml`);
  return parseSettings(edited(sections, { "services.hub": { ...least, ...service } }));
}

function hub(tier: string, service: object = {}) {
  const result = parsed(tier, service);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.settings.services.hub;
}

// Requirement: ENV-05, ENV-06
describe("a service of few words", () => {
  it.each([
    ["dev", ["iad"], 1, 1],
    ["staging", ["iad", "sjc"], 2, 2],
    ["prod", ["iad", "sjc", "lhr"], 3, 9],
  ] as const)("runs in %s in %j, %i machines, %i at most", (tier, regions, min, max) => {
    expect(hub(tier)).toEqual({
      ...least,
      org: "velocity-platform",
      regions,
      primaryRegion: "iad",
      scale: { min, max },
      limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
    });
  });

  it("runs as many machines as it names regions, the first of them the primary one", () => {
    expect(hub("prod", { regions: ["yyz", "iad"] })).toMatchObject({
      regions: ["yyz", "iad"],
      primaryRegion: "yyz",
      scale: { min: 2, max: 6 },
    });
  });

  it.each(tiers)("has in %s what the file says itself", (tier) => {
    const said = {
      org: "acme",
      regions: ["yyz", "lhr"],
      primaryRegion: "lhr",
      scale: { min: 1, max: 4 },
      limits: { cpus: 2, memoryMb: 1024, connections: { hard: 10, soft: 5 } },
    };
    expect(hub(tier, said)).toEqual({ ...least, ...said });
  });

  it("names its regions where it names a primary one", () => {
    const result = parsed("prod", { primaryRegion: "yyz" });
    expect("problems" in result && result.problems.map(({ path }) => path)).toEqual([
      "groundwork:services.hub.primaryRegion",
    ]);
  });
});
