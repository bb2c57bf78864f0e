import { describe, expect, test } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { drillTarget } from "../../../operations/drill/target";
import { type DrillMoments, drillVerdict } from "../../../operations/drill/times";

const resource = (type: string, inputs: PropertyMap): DeclaredResource => ({
  ...{ urn: `urn:pulumi:prod::shop::${type}::it`, type, name: "it", custom: true, protect: false },
  ...{ inputs, propertyDependencies: {} },
});
const check = (fqdn: string, more: PropertyMap = {}) =>
  resource("aws:route53/healthCheck:HealthCheck", {
    ...{ type: "HTTPS", fqdn, resourcePath: "/api/health", requestInterval: 10 },
    ...{ failureThreshold: 3, ...more },
  });
const domain = (name: string, more: PropertyMap = {}) =>
  resource("vercel:index/projectDomain:ProjectDomain", { domain: name, ...more });
const record = (type: string, value: string) =>
  resource("aws:route53/record:Record", {
    ...{ name: "app.shop.example", records: [value] },
    failoverRoutingPolicies: [{ type }],
  });
const recovery = resource(tokens.recovery, { objectives: { web: { rtoMinutes: 5 } } });
const hub = resource(tokens.containerService, {
  services: { hub: { vendor: "fly", app: "shop-hub", image: "ghcr.io/shop/hub:1" } },
});
const declared = [
  domain("shop.example", { redirect: "app.shop.example" }),
  domain("app.shop.example"),
  check("shop.example"),
  check("app.shop.example"),
];

describe("a drill", () => {
  test("is about the host that shows the app, as it is watched and promised", () => {
    expect(drillTarget("prod", "frontend-down", [...declared, recovery])).toEqual({
      ...{ scenario: "frontend-down", service: "frontend", rtoMinutes: 5 },
      ...{ host: "app.shop.example", path: "/api/health", interval: 10, threshold: 3 },
    });
  });

  test("of an outage knows where DNS leads meanwhile", () => {
    const pair = [
      record("PRIMARY", "cname.vercel-dns-0.com"),
      record("SECONDARY", "backup.example"),
    ];
    const target = drillTarget("prod", "frontend-outage", [...declared, ...pair]);
    expect(target.standby).toBe("backup.example");
  });

  test("of a container service is about its host on Fly", () => {
    const target = drillTarget("prod", "orchestrator-down", [hub, check("shop-hub.fly.dev")]);
    expect(target).toMatchObject({ service: "hub", host: "shop-hub.fly.dev" });
    expect(target).not.toHaveProperty("rtoMinutes");
  });

  test("passes over workers, which no check sees", () => {
    const mailer = { vendor: "fly", kind: "worker", app: "mail", image: "ghcr.io/shop/mail:1" };
    const { services } = hub.inputs as { services: PropertyMap };
    const both = resource(tokens.containerService, { services: { mailer, ...services } });
    const target = drillTarget("prod", "orchestrator-down", [both, check("shop-hub.fly.dev")]);
    expect(target).toMatchObject({ service: "hub" });
    const alone = resource(tokens.containerService, { services: { mailer } });
    expect(() => drillTarget("prod", "orchestrator-down", [alone])).toThrow(
      "the stack declares no host of a container service",
    );
  });

  test.each([
    ["frontend-down", [], "the stack declares no host of frontend"],
    ["frontend-down", declared.slice(0, 2), "nobody watches app.shop.example; declare a check"],
    ["frontend-outage", declared, "DNS has no standby for app.shop.example"],
    ["orchestrator-down", declared, "the stack declares no host of a container service"],
  ] as const)("%s is refused: %#", (scenario, resources, message) => {
    expect(() => drillTarget("prod", scenario, resources)).toThrow(message);
  });
});

// Requirement: DR-02, DR-16
describe("the times of a drill", () => {
  const well: DrillMoments = {
    ...{ unhealthy: 60, alarm: 110, message: 110, cure: 0.5, served: true },
    ...{ healthy: 150, cleared: 230 },
  };
  const without = (key: keyof DrillMoments) =>
    Object.fromEntries(
      Object.entries(well).filter(([name]) => name !== key),
    ) as unknown as DrillMoments;

  test("are those until somebody knew, and until visitors were served again", () => {
    expect(drillVerdict(well, 5)).toEqual({
      ...{ detection: 110, recovery: 110.5, simulated: 110, measured: 0.5, promised: 300 },
      ...{ held: true, misses: [] },
    });
  });

  test("of an outage end when DNS has moved, whoever was told", () => {
    expect(drillVerdict({ ...without("cure"), failover: 120 }, 2)).toMatchObject({
      recovery: 120,
      held: true,
    });
  });

  test.each([
    [{ cure: 200 }, "it took longer than the 5 minutes that are promised"],
    [{ served: false }, "visitors were not served again"],
    [{ unhealthy: undefined }, "the health check did not see it"],
    [{ alarm: undefined }, "no alarm went off"],
    [{ cleared: undefined }, "the alarm is not over"],
  ])("do not hold with %o", (change, miss) => {
    const moments = { ...well, ...change };
    expect(drillVerdict(moments, 5)).toMatchObject({ held: false, misses: [miss] });
  });

  test("do not hold where nobody was told: then nobody brings it back", () => {
    const verdict = drillVerdict(without("message"), undefined);
    expect(verdict.misses).toEqual(["nobody was told", "visitors were not served again"]);
    expect(verdict).not.toHaveProperty("detection");
  });

  test("hold without a promise while everything happens", () => {
    expect(drillVerdict({ ...well, cure: 9999 }, undefined).held).toBe(true);
  });
});
