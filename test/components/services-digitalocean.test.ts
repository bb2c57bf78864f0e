import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ContainerService, type ServiceArgs } from "../../components/services";
import type { PropertyMap } from "../../core/value";
import type { ServiceSpec } from "../../render/service";
import { checkInputs } from "../../sandbox/check";
import { find, listOf, onMocks } from "../support/mocks";

const App = "digitalocean:index/app:App";
const Component = "groundwork:services:ContainerService";
const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";

const service = (over: Partial<ServiceArgs> = {}): ServiceArgs => ({
  vendor: "digitalocean",
  app: "shop-api",
  org: "acme",
  image: `ghcr.io/acme/shop/api:${commit}`,
  port: 3000,
  checks: { http: { path: "/health", interval: 20, timeout: 3, grace: 15 } },
  regions: ["ewr"],
  primaryRegion: "ewr",
  scale: { min: 1, max: 1 },
  limits: { cpus: 1, memoryMb: 1024, connections: { hard: 100, soft: 80 } },
  ...over,
});
const declare = (services: Record<string, ServiceArgs> = { api: service() }, more: object = {}) =>
  onMocks(() => new ContainerService("services", { tier: "dev", services, ...more }));
const specOf = async (over: Partial<ServiceArgs> = {}, more: object = {}) =>
  find((await declare({ api: service(over) }, more)).resources, App).inputs.spec as PropertyMap;
const partOf = async (over: Partial<ServiceArgs> = {}, more: object = {}) =>
  ((await specOf(over, more)).services as readonly PropertyMap[])[0]!;
const gapsOf = async (over: Partial<ServiceArgs> = {}, more: object = {}) => {
  const { inputs } = find((await declare({ api: service(over) }, more)).resources, Component);
  const { api } = inputs.services as Record<string, ServiceSpec>;
  return (api?.gaps ?? []).map(({ capability, asked }) => `${capability}: ${asked}`);
};

// Requirement: HOST-16
describe("a container service on DigitalOcean", () => {
  it("is an app, beside services that others run", async () => {
    const onFly = service({ app: "shop-hub", vendor: "fly" });
    const { resources } = await declare({ api: service(), hub: onFly });
    expect(listOf(resources)).toEqual([`${App} services-api`, `${Component} services`]);
    expect(find(resources, App).parent).toBe(`${Component} services`);
  });

  it("runs the image on the smallest size that is enough, checked before and after it serves", async () => {
    const check = {
      httpPath: "/health",
      initialDelaySeconds: 15,
      periodSeconds: 20,
      timeoutSeconds: 3,
    };
    expect(await specOf({ env: { LOG_LEVEL: "debug" } })).toEqual({
      name: "shop-api",
      region: "nyc",
      services: [
        {
          name: "web",
          image: { registryType: "GHCR", registry: "acme", repository: "shop/api", tag: commit },
          httpPort: 3000,
          instanceSizeSlug: "apps-s-1vcpu-1gb-fixed",
          instanceCount: 1,
          healthCheck: check,
          livenessHealthCheck: check,
          envs: [{ key: "LOG_LEVEL", value: "debug", type: "GENERAL", scope: "RUN_TIME" }],
        },
      ],
      alerts: [{ rule: "DEPLOYMENT_FAILED" }],
    });
  });

  it.each([
    ["another that may be more than one", { scale: { min: 2, max: 2 } }, "apps-s-1vcpu-1gb"],
    ["a larger one", { limits: limits("shared", 2, 4096) }, "apps-s-2vcpu-4gb"],
    ["CPUs of its own", { limits: limits("performance", 1, 2048) }, "apps-d-1vcpu-2gb"],
    [
      "CPUs of its own for want of shared ones",
      { limits: limits("shared", 8, 8192) },
      "apps-d-4vcpu-8gb",
    ],
  ])("takes %s", async (_, over, slug) => {
    expect((await partOf(over)).instanceSizeSlug).toBe(slug);
  });

  it("scales by load on CPUs of its own, and says that shared ones do not", async () => {
    const scale = {
      min: 2,
      max: 6,
      cpu: { scaleUpAbove: 75, scaleUpAfter: 60, scaleDownBelow: 30, scaleDownAfter: 300 },
    };
    const dedicated = await partOf({ scale, limits: limits("performance", 1, 2048) });
    expect(dedicated).not.toHaveProperty("instanceCount");
    expect(dedicated.autoscaling).toEqual({
      minInstanceCount: 2,
      maxInstanceCount: 6,
      metrics: { cpu: { percent: 75 } },
    });
    const shared = await partOf({ scale });
    expect(shared).not.toHaveProperty("autoscaling");
    expect(shared.instanceCount).toBe(2);
    expect(await gapsOf({ scale })).toContain("scale-by-load: 2 to 6 instances");
  });

  it("asks the port where nobody asks for a path, and takes an image by digest", async () => {
    const image = `registry.digitalocean.com/acme/api@sha256:${"0a".repeat(32)}`;
    const part = await partOf({ image, checks: { tcp: {} } });
    expect(part.healthCheck).toEqual({
      initialDelaySeconds: 10,
      periodSeconds: 30,
      timeoutSeconds: 5,
    });
    expect(part.image).toEqual({
      registryType: "DOCR",
      repository: "api",
      digest: `sha256:${"0a".repeat(32)}`,
    });
  });

  it("gets the secrets that there are, and pulls with the token among them", async () => {
    const secrets = ["API_KEY", "GITHUB_CONTAINER_REGISTRY_TOKEN", "REDIS_URL"];
    const values = {
      API_KEY: pulumi.secret("hush-one"),
      GITHUB_CONTAINER_REGISTRY_TOKEN: pulumi.secret("hush-two"),
      OTHER: pulumi.secret("hush-three"),
    };
    const { image, envs } = await partOf({ secrets }, { values });
    expect(image).toHaveProperty("registryCredentials");
    expect((envs as readonly PropertyMap[]).map(({ key, type }) => [key, type])).toEqual([
      ["API_KEY", "SECRET"],
      ["GITHUB_CONTAINER_REGISTRY_TOKEN", "SECRET"],
    ]);
    expect(await gapsOf({ secrets }, { values })).toEqual(
      expect.arrayContaining([
        "secret-values: REDIS_URL",
        "unchanged-secrets: API_KEY, GITHUB_CONTAINER_REGISTRY_TOKEN",
      ]),
    );
    const { resources } = await declare({ api: service({ secrets }) }, { values });
    const own = resources.filter(({ custom }) => !custom);
    expect(JSON.stringify(own)).not.toContain("hush");
  });

  it("is one that App Platform takes, small and full", async () => {
    const scale = { min: 2, max: 5 };
    const full = { scale, limits: limits("performance", 2, 8192), env: { A: "1" } };
    for (const over of [{}, full, { checks: { tcp: {} } }]) {
      expect(checkInputs(App, { spec: await specOf(over) })).toEqual([]);
    }
  });

  it("says what App Platform does not do", async () => {
    const over = { regions: ["iad", "lhr"], primaryRegion: "iad", strategy: "canary" } as const;
    expect(
      await gapsOf({ ...over, regions: [...over.regions], scale: { min: 0, max: 2 } }),
    ).toEqual([
      "near-region: iad",
      "several-regions: iad, lhr",
      "scale-to-zero: 0 while nobody asks",
      "scale-by-load: 0 to 2 instances",
      "connection-limits: hard 100, soft 80",
      "release-strategy: canary",
      "host-name: shop-api",
    ]);
  });

  it("hands the app to its transform last", async () => {
    const transform = {
      app: (args: { spec?: unknown }) => {
        Object.assign(args.spec as object, { region: "syd" });
      },
    };
    expect((await specOf({}, { transform })).region).toBe("syd");
  });

  it("refuses what App Platform cannot run, all at once", async () => {
    const image = `quay.io/acme/api:${commit}`;
    const refused = declare({ api: service({ app: "Shop", image, env: { PORT: "1" } }) });
    await expect(refused).rejects.toThrow(
      /services\.api\.app[\s\S]*2 to 32 lower-case[\s\S]*services\.api\.image[\s\S]*ghcr\.io, docker\.io, registry\.digitalocean\.com[\s\S]*services\.api\.env\.PORT/,
    );
  });
});

function limits(cpuKind: "shared" | "performance", cpus: number, memoryMb: number) {
  return { cpuKind, cpus, memoryMb, connections: { hard: 100, soft: 80 } };
}
