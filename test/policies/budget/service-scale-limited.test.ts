import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, type Value, UNKNOWN } from "../../../core/value";
import { serviceScaleLimited as rule } from "../../../policies/rules/budget/service-scale-limited";
import { brief, judge, places, profile, resource } from "../support/stack";

const services = (value: Value) =>
  resource(tokens.containerService, "services", { services: value });
const hub = (changes: PropertyMap = {}) =>
  services({ hub: { scale: { max: 10 }, limits: { cpus: 4, memoryMb: 2048 }, ...changes } });
const failing = (...resources: Parameters<typeof judge>[1]) =>
  brief(judge(rule, resources)).filter((each) => !each.startsWith("pass"));

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: COST-04
  it("holds up to the ceilings of the tier", () => {
    expect(places(judge(rule, [hub()]))).toEqual([
      "pass services services.hub.limits.cpus",
      "pass services services.hub.limits.memoryMb",
      "pass services services.hub.scale.max",
    ]);
  });

  it("reports each of them that is passed, in full", () => {
    const [result] = judge(rule, [hub({ scale: { max: 11 } })]).filter(
      ({ state }) => state === "fail",
    );
    expect(result).toEqual({
      rule: "service-scale-limited",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::groundwork:services:ContainerService::services",
      level: "mandatory",
      severity: "medium",
      message: "services.hub.scale.max: found 11 machines, wanted at most 10 machines",
      property: "services.hub.scale.max",
      input: "services.hub.scale.max",
      found: "11 machines",
      wanted: "at most 10 machines",
    });
    expect(failing(hub({ limits: { cpus: 5, memoryMb: 2049 } }))).toEqual([
      "fail services: services.hub.limits.cpus: found 5 CPUs a machine, wanted at most 4 CPUs a machine",
      "fail services: services.hub.limits.memoryMb: found 2049 MB a machine, wanted at most 2048 MB a machine",
    ]);
  });

  it("takes nothing, and what is no number, for no ceiling", () => {
    expect(failing(hub({ scale: {} }))).toEqual([
      "fail services: services.hub.scale.max: found nothing, wanted at most 10 machines",
    ]);
    expect(failing(hub({ scale: { max: "many" } }))).toEqual([
      "fail services: services.hub.scale.max: found many, wanted at most 10 machines",
    ]);
    expect(failing(hub({ scale: { max: "" } }))).toHaveLength(1);
    expect(failing(hub({ scale: { max: -1 } }))).toHaveLength(1);
    expect(failing(hub({ scale: { max: 0 } }))).toEqual([]);
  });

  it("allows the less the farther the tier is from users, and can be tightened", () => {
    const small = { scale: { max: 2 }, limits: { cpus: 2, memoryMb: 1024 } };
    const dev = (changes: PropertyMap) =>
      judge(rule, [profile({ tier: "dev" }), hub({ ...small, ...changes })], { stack: "dev" })
        .map(({ state }) => state)
        .sort();
    expect(dev({})).toEqual(["pass", "pass", "pass"]);
    expect(dev({ scale: { max: 3 } })).toEqual(["fail", "pass", "pass"]);
    const rules = { [rule.id]: { maxMachines: 9 } };
    expect(failing(profile({ rules }), hub())).toHaveLength(1);
  });

  it("has no ground without services, and cannot tell what is not known", () => {
    expect(failing(services({}))).toEqual(["not-applicable services: no service is declared"]);
    expect(failing(services(UNKNOWN))[0]).toMatch(/^unknown services: services: not known/);
    expect(failing(hub({ scale: { max: UNKNOWN } }))[0]).toMatch(
      /^unknown services: services.hub.scale.max: not known before the update, wanted at most 10/,
    );
  });
});
