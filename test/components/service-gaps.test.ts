import { describe, expect, it } from "vitest";
import { ContainerService, type ServiceArgs } from "../../components/services";
import { serviceHosts } from "../../hosts/services";
import { planOf } from "../../components/services/hosted";
import type { ServiceSpec } from "../../render/service";
import { anArg, aSpec } from "../render/hosts/services";
import { find, listOf, onMocks } from "../support/mocks";

const declare = (services: Record<string, ServiceArgs>) =>
  onMocks(() => new ContainerService("services", { services, tier: "prod" }));
const capabilities = ({ gaps = [] }: ServiceSpec) => gaps.map(({ capability }) => capability);

/** Everything that can be asked for. */
const all = {
  checks: { tcp: {}, http: { path: "/health" } },
  regions: ["iad", "sjc", "lhr"],
  scale: {
    min: 3,
    max: 10,
    cpu: { scaleUpAbove: 60, scaleUpAfter: 300, scaleDownBelow: 30, scaleDownAfter: 600 },
  },
  limits: { cpuKind: "performance", cpus: 1, memoryMb: 2048, connections: { hard: 9, soft: 8 } },
  secrets: ["API_KEY", "REDIS_URL"],
  previews: { poolSize: 5 },
  strategy: "canary",
} as const satisfies Partial<Record<keyof ServiceArgs, unknown>>;
const asked = (over: object): Partial<ServiceArgs> => structuredClone({ ...all, ...over }) as never;

// Requirement: HOST-15, HOST-16, CONF-02
describe("what a service asks for and its vendor does not do", () => {
  it("stands in its inputs with what happens instead and what to do", async () => {
    const { resources } = await declare({ api: anArg({ vendor: "render", secrets: ["API_KEY"] }) });
    const { api } = find(resources, "groundwork:services:ContainerService").inputs.services as {
      api: ServiceSpec;
    };
    expect(api.gaps).toContainEqual({
      capability: "secret-values",
      arg: "secrets",
      asked: "API_KEY",
      instead: "the file names them with sync: false: asked for once, when the Blueprint is made",
      workaround:
        "type each value then; one that is added later in the dashboard: the service, Environment",
    });
    expect(listOf(resources)).toEqual(["groundwork:services:ContainerService services"]);
  });

  it("is told of Render", () => {
    expect(capabilities(aSpec(asked({ vendor: "render" })))).toEqual([
      "several-regions",
      "own-cpus",
      "scale-times",
      "connection-limits",
      "tcp-check",
      "check-times",
      "release-strategy",
      "preview-pool",
      "secret-values",
      "host-name",
    ]);
  });

  it("is told of Railway", () => {
    expect(capabilities(aSpec(asked({ vendor: "railway" })))).toEqual([
      "near-region",
      "near-region",
      "own-cpus",
      "scale-by-load",
      "scale-times",
      "connection-limits",
      "tcp-check",
      "check-times",
      "check-after-deploy",
      "release-strategy",
      "preview-pool",
      "secret-values",
      "host-name",
    ]);
  });

  it.each<["render" | "railway", Partial<ServiceArgs>, string[]]>([
    ["render", { strategy: "rolling" }, ["connection-limits", "check-times", "host-name"]],
    [
      "railway",
      { strategy: "bluegreen" },
      ["connection-limits", "check-times", "check-after-deploy", "host-name"],
    ],
  ])(
    "is little for a small service on %s that takes its way of releasing",
    (vendor, over, wanted) => {
      const gaps = capabilities(aSpec({ vendor, ...over })).filter((it) => it !== "whole-cpus");
      expect(gaps).toEqual(wanted);
    },
  );

  it("is the port alone where Render asks no path: it asks the port then", () => {
    const tcp = { checks: { tcp: {} } };
    expect(capabilities(aSpec({ vendor: "render", ...tcp }))).not.toContain("tcp-check");
    expect(capabilities(aSpec({ vendor: "railway", ...tcp }))).toContain("tcp-check");
  });

  it("names no region that is not used: those are several regions in one", () => {
    const { gaps = [], hosted } = aSpec({ vendor: "render", regions: ["iad", "lhr"] });
    expect(hosted?.regions).toEqual({ virginia: 1 });
    expect(gaps.find(({ capability }) => capability === "several-regions")).toMatchObject({
      asked: "iad, lhr",
      instead: "all instances run in virginia",
    });
  });

  it("are no more instances than there may be, however many regions are named", () => {
    const { hosted } = aSpec({
      vendor: "railway",
      regions: ["iad", "lhr", "sin"],
      scale: { min: 0, max: 2 },
    });
    expect(hosted).toMatchObject({
      regions: { "us-east4-eqdc4a": 1, "europe-west4-drams3a": 1 },
      most: 2,
    });
  });
});

describe("the size of a service on Render", () => {
  const plan = (limits: Partial<ServiceArgs["limits"]>) =>
    planOf(aSpec({ limits: { ...anArg().limits, ...limits } }), serviceHosts.render)?.name;
  it.each([
    ["shared", 1, 256, "starter"],
    ["shared", 1, 512, "starter"],
    ["shared", 1, 1024, "standard"],
    ["shared", 2, 512, "standard"],
    ["shared", 4, 1024, "pro"],
    ["shared", 8, 2048, "pro plus"],
    ["performance", 1, 2048, "standard"],
    ["performance", 1, 4096, "pro"],
    ["performance", 2, 8192, "pro plus"],
    ["performance", 4, 16_384, "pro max"],
    ["performance", 8, 32_768, "pro ultra"],
    ["performance", 8, 65_536, undefined],
    ["performance", 16, 32_768, undefined],
  ] as const)("for %s %i CPUs and %i MB is %s", (cpuKind, cpus, memoryMb, wanted) => {
    expect(plan({ cpuKind, cpus, memoryMb })).toBe(wanted);
  });
});

describe("ContainerService refuses, on a vendor", () => {
  const limits = { ...anArg().limits, cpuKind: "performance" } as const;
  it.each<[string, Partial<ServiceArgs>, string]>([
    [
      "a size that Render has not",
      { vendor: "render", limits: { ...limits, cpus: 16, memoryMb: 32_768 } },
      "limits: 16 performance CPUs with 32768 MB, which no size of Render has; expected at most 8 CPUs and 32768 MB, the plan pro ultra",
    ],
    [
      "more instances than Render gives",
      { vendor: "render", scale: { min: 101, max: 101 } },
      "scale: 101 instances; expected at most 100 of one service on Render",
    ],
    [
      "more instances than Railway gives",
      { vendor: "railway", scale: { min: 51, max: 51 } },
      "scale: 51 instances; expected at most 50 of one service on Railway",
    ],
    [
      "a variable of Render's own",
      { vendor: "render", env: { RENDER_REGION: "x" } },
      "env.RENDER_REGION: RENDER_REGION; expected a name that does not begin with RENDER",
    ],
    [
      "a secret of Railway's own name",
      { vendor: "railway", secrets: ["RAILWAY_TOKEN"] },
      "secrets[0]: RAILWAY_TOKEN; expected a name that does not begin with RAILWAY_",
    ],
    [
      "the port said twice",
      { vendor: "railway", env: { PORT: "1" } },
      "env.PORT: PORT; expected a name that does not begin with RAILWAY_ and is not PORT",
    ],
    [
      "a port that Render keeps",
      { vendor: "render", port: 18_012 },
      "port: 18012; expected a port that Render does not use itself",
    ],
  ])("%s", async (_, over, message) => {
    await expect(declare({ api: anArg(over) })).rejects.toThrow(`services.services.api.${message}`);
  });

  it("nothing of the kind on Fly", async () => {
    await expect(
      declare({ api: anArg({ env: { RENDER_X: "1", PORT: "3000" } }) }),
    ).resolves.toBeTruthy();
  });
});
