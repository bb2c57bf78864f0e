import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ContainerService, type ServiceArgs } from "../../components/services";
import { digestOf } from "../../components/digest";
import { renderFly } from "../../hosts/fly/render";
import { renderPreviews } from "../../render/preview-pool";
import type { ServiceSpec } from "../../render/service";
import { find, listOf, onMocks } from "../support/mocks";

const Component = "groundwork:services:ContainerService";
const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";

const smallest: ServiceArgs = {
  app: "shop-api",
  org: "acme",
  image: `ghcr.io/acme/api:${commit}`,
  port: 3000,
  checks: { http: { path: "/health" } },
  regions: ["iad"],
  primaryRegion: "iad",
  scale: { min: 1, max: 1 },
  limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
};

const full: Required<ServiceArgs> = {
  vendor: "fly",
  kind: "web",
  app: "shop-api",
  org: "acme",
  image: `ghcr.io/acme/api@sha256:${"0123456789abcdef".repeat(4)}`,
  port: 8080,
  checks: {
    tcp: { interval: 30, timeout: 5, grace: 10 },
    http: { path: "/health", interval: 30, timeout: 10, grace: 10 },
  },
  regions: ["iad", "yyz", "lhr"],
  primaryRegion: "yyz",
  scale: {
    min: 3,
    max: 10,
    cpu: { scaleUpAbove: 70, scaleUpAfter: 300, scaleDownBelow: 30, scaleDownAfter: 600 },
  },
  limits: {
    cpuKind: "performance",
    cpus: 2,
    memoryMb: 4096,
    connections: { hard: 100, soft: 80 },
  },
  env: { LOG_LEVEL: "info" },
  secrets: ["REDIS_URL"],
  disk: { path: "/data", sizeGb: 10 },
  database: { plan: "pro-4gb", version: 17, diskGb: 10, highAvailability: true },
  previews: {
    poolSize: 5,
    app: "shop-previews",
    restart: "on-failure",
    image: {
      base: `ghcr.io/acme/node@sha256:${"0123456789abcdef".repeat(4)}`,
      port: 8081,
      user: "preview",
      workdir: "/srv/preview",
      healthCheck: { path: "/well", interval: 20, timeout: 4, retries: 2 },
      packages: { git: "1:2.39.5-0+deb12u2" },
      tools: { vite: "8.3.8" },
    },
  },
  strategy: "rolling",
};

const declare = (services: Record<string, ServiceArgs>) =>
  onMocks(() => new ContainerService("services", { services, tier: "prod" }));

/** Requirement: HOST-07, HOST-08, HOST-09, HOST-10, CAP-07 */
describe("ContainerService", () => {
  it("declares the whole spec as inputs, with every default of the smallest usage filled in", async () => {
    const { resources } = await declare({ api: smallest });
    expect(find(resources, Component).inputs).toEqual({
      tier: "prod",
      services: {
        api: {
          ...smallest,
          vendor: "fly",
          kind: "web",
          checks: { http: { path: "/health", interval: 30, timeout: 5, grace: 10 } },
          limits: { ...smallest.limits, cpuKind: "shared" },
          env: {},
          secrets: [],
          strategy: "bluegreen",
        },
      },
    });
  });

  it("repeats the full usage as it was given", async () => {
    const { resources } = await declare({ api: full });
    const database = { ...full.database, name: "shop-api-db", allowedAddresses: [] };
    const gaps = [expect.objectContaining({ capability: "database" })] as unknown[];
    expect(find(resources, Component).inputs).toEqual({
      tier: "prod",
      services: { api: { ...full, database, gaps } },
    });
  });

  it("has no children: it is rendered, not provisioned, and says so", async () => {
    const { resources } = await declare({ api: smallest, worker: full });
    expect(listOf(resources)).toEqual([`${Component} services`]);
    expect(find(resources, Component).outputs).toMatchObject({ managed: false });
  });

  it("registers the name and the digest of exactly the text that rendering its inputs gives", async () => {
    const { resources } = await declare({ api: full });
    const { inputs, outputs } = find(resources, Component);
    const { api } = inputs.services as { api: ServiceSpec };
    const { text } = renderFly(api, { service: "api", stack: "test", tier: "prod" });
    const sha256 = createHash("sha256").update(text).digest("hex");
    const previews = renderPreviews(api, { service: "api", stack: "test", tier: "prod" });
    expect(outputs?.rendered).toEqual({
      api: { file: "api/fly.toml", sha256 },
      ...Object.fromEntries(previews.map((file) => [file.file, digestOf(file)])),
    });
    expect(previews).toHaveLength(2);
  });

  // Requirement: ENV-10
  it("tells a service that runs previews how many, twenty unless it says so", async () => {
    const { resources } = await declare({ api: { ...smallest, previews: {} } });
    const { api } = find(resources, Component).inputs.services as { api: ServiceSpec };
    expect(api.previews).toEqual({ poolSize: 20, app: "shop-api-previews", restart: "always" });
    const { text } = renderFly(api, { service: "api", stack: "test", tier: "prod" });
    expect(text).toContain('PREVIEW_POOL_SIZE = "20"');
    expect(text).not.toContain("PREVIEW_APP");
  });

  // Requirement: HOST-11, HOST-18
  it("fills in the image of previews: port 8080, user node, asked for health as Docker is told", async () => {
    const base = `ghcr.io/acme/node@sha256:${"0123456789abcdef".repeat(4)}`;
    const { resources } = await declare({ api: { ...smallest, previews: { image: { base } } } });
    const { api } = find(resources, Component).inputs.services as { api: ServiceSpec };
    expect(api.previews).toEqual({
      poolSize: 20,
      app: "shop-api-previews",
      restart: "always",
      image: {
        base,
        port: 8080,
        user: "node",
        workdir: "/app",
        healthCheck: { path: "/health", interval: 30, timeout: 5, retries: 3 },
        packages: {},
        tools: {},
      },
    });
    const { text } = renderFly(api, { service: "api", stack: "test", tier: "prod" });
    expect(text).toContain('PREVIEW_APP = "shop-api-previews"');
  });

  it("takes a product without services", async () => {
    const { resources } = await declare({});
    expect(find(resources, Component).outputs).toEqual({ managed: false, rendered: {} });
  });
});

/** Requirement: HOST-08, HOST-09, HOST-10, CAP-07, ENV-06, ENV-17 */
describe("ContainerService refuses", () => {
  const limits = smallest.limits;
  it.each<[string, Partial<Record<keyof ServiceArgs, unknown>>, string]>([
    ["the tag latest", { image: "ghcr.io/acme/api:latest" }, "image: ghcr.io/acme/api:latest"],
    ["an image without tag", { image: "ghcr.io/acme/api" }, "image: ghcr.io/acme/api"],
    ["a version tag", { image: "ghcr.io/acme/api:1.2.3" }, "image: ghcr.io/acme/api:1.2.3"],
    ["a short commit", { image: "ghcr.io/acme/api:4f1c2d9" }, "image: ghcr.io/acme/api:4f1c2d9"],
    ["no check at all", { checks: {} }, "checks: no check; expected tcp, http or both"],
    [
      "a timeout that reaches the interval",
      { checks: { tcp: { interval: 5, timeout: 5 } } },
      "checks.tcp.timeout: 5 s; expected less than the interval of 5 s",
    ],
    [
      "a check path that is none",
      { checks: { http: { path: "health" } } },
      "checks.http.path: health; expected a path that begins with /",
    ],
    ["no region", { regions: [] }, "regions: none; expected one region or more"],
    ["a region twice", { regions: ["iad", "iad"] }, "regions: iad, iad; expected each region once"],
    ["San Francisco, with the nearest", { regions: ["iad", "sfo"] }, "the nearest is sjc"],
    [
      "a primary region elsewhere",
      { primaryRegion: "lhr" },
      "primaryRegion: lhr; expected one of the service's regions: iad",
    ],
    ["a floor above the ceiling", { scale: { min: 3, max: 2 } }, "scale: min 3, max 2"],
    [
      "scaling by CPU that never settles",
      {
        scale: {
          min: 2,
          max: 10,
          cpu: { scaleUpAbove: 30, scaleUpAfter: 300, scaleDownBelow: 30, scaleDownAfter: 600 },
        },
      },
      "scale.cpu.scaleDownBelow: 30 %; expected less than scaleUpAbove, which is 30 %",
    ],
    [
      "scaling by CPU without room to scale",
      { scale: { min: 2, max: 2, cpu: full.scale.cpu } },
      "scale.max: 2; expected more than min, which is 2",
    ],
    ["three CPUs", { limits: { ...limits, cpus: 3, memoryMb: 768 } }, "limits.cpus: 3"],
    ["too much memory", { limits: { ...limits, memoryMb: 4096 } }, "limits.memoryMb: 4096"],
    ["memory between two steps", { limits: { ...limits, memoryMb: 500 } }, "limits.memoryMb: 500"],
    [
      "a soft limit that reaches the hard one",
      { limits: { ...limits, connections: { hard: 80, soft: 80 } } },
      "limits.connections.soft: 80; expected less than the hard limit of 80",
    ],
    ["a variable of Fly's own", { env: { FLY_REGION: "iad" } }, "env.FLY_REGION: FLY_REGION"],
    ["the primary region as a variable", { env: { PRIMARY_REGION: "iad" } }, "env.PRIMARY_REGION"],
    [
      "the size of the pool said twice",
      { env: { PREVIEW_POOL_SIZE: "3" }, previews: { poolSize: 5 } },
      "env.PREVIEW_POOL_SIZE: PREVIEW_POOL_SIZE; expected a name that previews.poolSize does not set",
    ],
    [
      "the pool's app said twice",
      { env: { PREVIEW_APP: "x" }, previews: full.previews },
      "env.PREVIEW_APP: PREVIEW_APP; expected a name that previews.app does not set",
    ],
    ...(
      [
        [
          "base",
          "docker.io/library/node:latest",
          "base: docker.io/library/node:latest; expected an image by digest",
        ],
        ["user", "node\nRUN id", "user: node"],
        ["workdir", "app", "workdir: app; expected an absolute path"],
        ["port", 80, "port: 80; expected 1024 to 65535"],
        [
          "packages",
          { git: "*" },
          "packages.git: *; expected the exact version of a Debian package",
        ],
        ["tools", { vite: "latest" }, "tools.vite: latest; expected an exact version"],
        [
          "healthCheck",
          { path: "/a'b" },
          "healthCheck.path: /a'b; expected a path that begins with /",
        ],
        [
          "healthCheck",
          { timeout: 30 },
          "healthCheck.timeout: 30 s; expected less than the interval of 30 s",
        ],
        ["healthCheck", { retries: 0 }, "healthCheck.retries: 0; expected 1 at least"],
      ] as const
    ).map(
      ([key, value, message]): [string, Partial<Record<keyof ServiceArgs, unknown>>, string] => [
        `previews in an image with ${JSON.stringify({ [key]: value })}`,
        { previews: { image: { ...full.previews?.image, [key]: value } } },
        `previews.image.${message}`,
      ],
    ),
    [
      "a name that is variable and secret",
      { env: { REDIS_URL: "x" }, secrets: ["REDIS_URL"] },
      "secrets[0]: REDIS_URL, which env sets too",
    ],
  ])("%s", async (_, change, message) => {
    const args = { ...smallest, ...change } as ServiceArgs;
    await expect(declare({ api: args })).rejects.toThrow(`services.services.api.`);
    await expect(declare({ api: args })).rejects.toThrow(message);
  });

  it("everything that is wrong at once", async () => {
    const args = { ...smallest, image: "api:latest", checks: {}, scale: { min: 2, max: 1 } };
    await expect(declare({ api: args })).rejects.toMatchObject({ problems: { length: 3 } });
  });
});
