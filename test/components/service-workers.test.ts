import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { ContainerService, type ServiceArgs } from "../../components/services";
import { parseSettings } from "../../config/parse";
import type { PropertyMap } from "../../core/value";
import { checkInputs } from "../../sandbox/check";
import { edited, sectionsOf } from "../config/support";
import { anArg, aWorker, aWorkerArg, filesOf, runRailway } from "../render/hosts/services";
import { find, onMocks } from "../support/mocks";

const App = "digitalocean:index/app:App";
const Component = "groundwork:services:ContainerService";

const worker = aWorkerArg;
const declare = (jobs: ServiceArgs) =>
  onMocks(() => new ContainerService("services", { tier: "prod", services: { jobs } }));
const textOf = (over: Partial<ServiceArgs>) => filesOf({ jobs: aWorker(over) })[0]?.text ?? "";

// Requirement: HOST-07, HOST-15, HOST-16
describe("a worker", () => {
  it("is declared without anything that requests need, and released in place", async () => {
    const { inputs } = find((await declare(worker())).resources, Component);
    expect(inputs.services).toEqual({
      jobs: {
        vendor: "fly",
        kind: "worker",
        ...{ app: "shop-api", org: "acme", image: anArg().image },
        checks: {},
        ...{ regions: ["iad"], primaryRegion: "iad", scale: { min: 1, max: 1 } },
        limits: { cpuKind: "shared", cpus: 1, memoryMb: 512 },
        ...{ env: {}, secrets: [], strategy: "rolling" },
      },
    });
  });

  it("is an app without services on Fly, started again whenever it ends", () => {
    const cpu = { scaleUpAbove: 70, scaleUpAfter: 60, scaleDownBelow: 30, scaleDownAfter: 300 };
    const text = textOf({ vendor: "fly", scale: { min: 2, max: 4, cpu }, env: { A: "1" } });
    expect(parseToml(text)).toEqual({
      app: "shop-api",
      primary_region: "iad",
      build: { image: anArg().image },
      deploy: { strategy: "rolling" },
      env: { A: "1" },
      restart: [{ policy: "always" }],
      vm: [{ cpu_kind: "shared", cpus: 1, memory: "512mb" }],
    });
    expect(text).toContain("# Machines: fly scale count 2 --region iad --max-per-region 2");
    expect(text).toContain("# A worker: no port, no host and no checks.");
    expect(text).not.toContain("stops idle machines");
  });

  it("is of the type worker on Render, beside services that answer", () => {
    const text = textOf({ vendor: "render", disk: { path: "/data", sizeGb: 5 } });
    expect(parseYaml(text)).toEqual({
      services: [
        {
          type: "worker",
          name: "shop-api",
          runtime: "image",
          image: { url: anArg().image },
          ...{ region: "virginia", plan: "starter", numInstances: 1 },
          disk: { name: "shop_api_data", mountPath: "/data", sizeGB: 5 },
          envVars: [],
        },
      ],
    });
  });

  it("gets no port, no check and no name outside on Railway", () => {
    const text = textOf({ vendor: "railway", env: { A: "1" } });
    const [resource] = runRailway(text).resources;
    expect(resource).not.toHaveProperty("healthcheck");
    expect(resource?.env).toEqual({ A: "1" });
    expect(text).toContain("// shop-api is a worker: it gets no name outside.");
    expect(text).not.toContain("railway domain");
  });

  it("is among the workers of an app on DigitalOcean, which App Platform takes", async () => {
    const { resources } = await declare(worker({ vendor: "digitalocean", env: { A: "1" } }));
    const spec = find(resources, App).inputs.spec as PropertyMap;
    expect(spec).not.toHaveProperty("services");
    expect(spec.workers).toEqual([
      {
        name: "worker",
        image: {
          registryType: "GHCR",
          registry: "acme",
          repository: "api",
          tag: anArg().image.split(":")[1],
        },
        instanceSizeSlug: "apps-s-1vcpu-0.5gb",
        instanceCount: 1,
        envs: [{ key: "A", value: "1", type: "GENERAL", scope: "RUN_TIME" }],
      },
    ]);
    expect(checkInputs(App, { spec })).toEqual([]);
  });

  it("may be released side by side where its vendor asks nothing of Fly's checks", async () => {
    const railway = worker({ vendor: "railway", strategy: "bluegreen" });
    await expect(declare(railway)).resolves.toBeDefined();
  });

  it.each<[string, ServiceArgs, string]>([
    [
      "a port",
      worker({ port: 3000 }),
      "services.services.jobs.port: 3000; expected no port on a worker: nobody reaches it; take port out, or say kind: web",
    ],
    [
      "checks",
      worker({ checks: { http: { path: "/health" } } }),
      "services.services.jobs.checks: http; expected no checks on a worker: nobody can ask it whether it is well; take checks out, let the process end when it is ill, and it is started again; or say kind: web",
    ],
    [
      "connections",
      worker({ limits: anArg().limits }),
      "services.services.jobs.limits.connections: hard 100, soft 80; expected no connections on a worker: it takes none; take connections out, or say kind: web",
    ],
    [
      "previews",
      worker({ previews: {} }),
      "services.services.jobs.previews: 20 previews; expected no previews on a worker: they are started by requests; move previews to a service of kind web",
    ],
    [
      "no machine that runs always",
      worker({ scale: { min: 0, max: 0 } }),
      "services.services.jobs.scale.min: 0 machines of a worker, which nothing would start; expected 1 or more; set scale.min to 1: a worker is started by nobody's request",
    ],
    [
      "more machines that nothing starts",
      worker({ scale: { min: 1, max: 3 } }),
      "services.services.jobs.scale.max: 1 to 3 machines of a worker, and nothing that starts more than 1; expected the same as min, or scale.cpu for the fly-autoscaler app; set scale.max to scale.min, or say in scale.cpu when there should be more",
    ],
    [
      "a release that checks decide",
      worker({ strategy: "canary" }),
      "services.services.jobs.strategy: canary, of a worker; expected rolling, immediate; leave strategy out: without checks nothing tells whether the new machines are well",
    ],
    [
      "no port of what answers requests",
      anArg({ port: undefined }),
      "services.services.jobs.port: none; expected a port from 1 to 65535; say it, or say kind: worker for what answers no requests",
    ],
    [
      "no connections of what answers requests",
      anArg({ limits: { cpus: 1, memoryMb: 512 } }),
      "services.services.jobs.limits.connections: none; expected hard and soft; say it, or say kind: worker for what answers no requests",
    ],
  ])("is refused with %s", async (_, args, message) => {
    await expect(declare(args)).rejects.toThrow(message);
  });
});

describe("a stack file", () => {
  const prod = sectionsOf("Pulumi.prod.yaml");
  const { image } = (prod["services"] as Record<string, { image: string }>)["orchestrator"]!;
  const problemsWith = (service: object) => {
    const parsed = parseSettings(
      edited(prod, { "services.jobs": { app: "jobs", image, ...service } }),
    );
    return "problems" in parsed ? parsed.problems : [];
  };
  const at = (key: string) => `groundwork:services.jobs.${key}`;

  it("takes a worker that says no more than what it is", () => {
    expect(problemsWith({ kind: "worker" })).toEqual([]);
  });

  it("is told of everything that a worker cannot have, and what to do", () => {
    const size = { cpus: 1, memoryMb: 512 };
    const limits = { ...size, connections: { hard: 2, soft: 1 } };
    const given = { port: 80, checks: { tcp: {} }, limits, previews: {} };
    expect(problemsWith({ kind: "worker", ...given })).toEqual([
      {
        path: at("checks"),
        found: "got an object",
        allowed: "no checks on a worker: nobody can ask it whether it is well",
        fix: "take checks out, let the process end when it is ill, and it is started again; or say kind: web",
      },
      {
        path: at("limits.connections"),
        found: "got an object",
        allowed: "no connections on a worker: it takes none",
        fix: "take connections out, or say kind: web",
      },
      {
        path: at("port"),
        found: "got 80",
        allowed: "no port on a worker: nobody reaches it",
        fix: "take port out, or say kind: web",
      },
      {
        path: at("previews"),
        found: "got an object",
        allowed: "no previews on a worker: they are started by requests",
        fix: "move previews to a service of kind web",
      },
    ]);
  });

  it.each([[{}], [{ kind: "web" }]])("asks %j for a port and checks", (kind) => {
    expect(problemsWith(kind)).toEqual([
      {
        path: at("checks"),
        found: "missing",
        allowed: "an object",
        fix: "add it (How the service is asked whether it is well; at least one)",
      },
      {
        path: at("port"),
        found: "missing",
        allowed: "a whole number from 1 to 65535",
        fix: "add it (Port that the container listens on)",
      },
    ]);
  });

  it("knows no third kind", () => {
    expect(problemsWith({ kind: "job" })).toMatchObject([
      { path: at("kind"), found: 'got "job"', allowed: '"web" or "worker"' },
    ]);
  });
});
