import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flyRegions } from "../../../catalogue/fly";
import {
  type ServiceHost,
  serviceCapabilities,
  serviceHostOf,
  serviceHosts,
  serviceVendors,
} from "../../../hosts/services";
import { aSpec, aWorker, anyService, commit, filesOf, readers } from "./services";

/** The same questions of every vendor: a further one answers them by a line in the catalogue, in render and in `readers`. */
// Requirement: HOST-07, HOST-15, HOST-16, CONF-02
describe.each(serviceVendors)("services on %s", (vendor) => {
  const host: ServiceHost = serviceHosts[vendor];
  const full = aSpec({
    vendor,
    checks: { tcp: {}, http: { path: "/health" } },
    regions: ["iad", "sjc", "lhr"],
    scale: { min: 3, max: 10 },
    // CPUs of its own, which every vendor that adds instances adds.
    limits: {
      cpuKind: "performance",
      cpus: 1,
      memoryMb: 2048,
      connections: { hard: 100, soft: 80 },
    },
    env: { LOG_LEVEL: "info", A: 'quote " and ${dollar}' },
    secrets: ["REDIS_URL", "API_KEY"],
  });
  const [file] = filesOf({ api: full });
  const [read] = readers[vendor](file?.text ?? "");

  it("are served by HTTPS alone, by the vendor itself or because the file says so", () => {
    expect(read?.redirects).toBe(host.https === "file");
  });

  it("have a host, which everything that asks them is told", () => {
    const own = host.hostOf?.("shop-api");
    expect(serviceHostOf(full)).toBe(own);
    expect(full.hosted?.host ?? own).toBe(own);
    // A name that nobody knows beforehand is a gap.
    if (own === undefined) expect(host.can["host-name"]).not.toBe(true);
    else expect(own).toMatch(/^shop-api\.[a-z.]+\.[a-z]+$/);
  });

  it("are released once the health check answers, at its path", () => {
    expect(read?.healthPath).toBe("/health");
  });

  it("run the image that was built and scanned, on the port that it listens on", () => {
    expect(read).toMatchObject({
      app: "shop-api",
      image: `ghcr.io/acme/api:${commit}`,
      port: 3000,
    });
  });

  it("see their variables, whatever is in them", () => {
    expect(read?.env).toEqual({ LOG_LEVEL: "info", A: 'quote " and ${dollar}' });
  });

  it("are given their secrets by name", () => {
    expect(read?.secrets.toSorted()).toEqual(["API_KEY", "REDIS_URL"]);
  });

  it("run in regions that the vendor has, and what is not as near as asked for is a gap", () => {
    for (const region of flyRegions) {
      const spec = aSpec({ vendor, regions: [region], primaryRegion: region });
      const near = host.regions[region];
      const regions = vendor === "fly" ? [region] : Object.keys(spec.hosted?.regions ?? {});
      expect(regions).toEqual([near.region]);
      const gaps = (spec.gaps ?? []).filter(({ capability }) => capability === "near-region");
      expect(gaps.map(({ instead }) => instead)).toEqual(near.sameArea ? [] : [near.region]);
    }
  });

  it("have the least of their instances always, and as many as they may where the vendor adds any", () => {
    const least = Object.values(read?.instances ?? {}).reduce((sum, one) => sum + one, 0);
    expect(least).toBe(3);
    const grows = vendor === "fly" || host.cpuTarget !== undefined;
    expect(read?.most).toBe(grows ? 10 : 3);
  });

  it("can be had back: by us, or by a command of the vendor's tool that names the image", () => {
    const image = `ghcr.io/acme/api:${commit}`;
    const release = { stack: "prod", service: "api", app: "shop-api", image };
    expect(host.rollback(release)).toContain(vendor === "fly" ? "groundwork rollback prod" : image);
    expect(host.deploy(release)).not.toBe("");
  });

  it("are workers where they say so: no host, port, check or redirect, and the rest as of any other", () => {
    const env = { LOG_LEVEL: "info" };
    const worker = aWorker({ vendor, env, secrets: ["QUEUE_URL"], scale: { min: 2, max: 2 } });
    const [back] = readers[vendor](filesOf({ worker })[0]?.text ?? "");
    expect(serviceHostOf(worker)).toBeUndefined();
    expect(worker.hosted?.host).toBeUndefined();
    expect(back).toMatchObject({ port: undefined, healthPath: undefined, redirects: false });
    expect(back).toMatchObject({ app: "shop-api", env, secrets: ["QUEUE_URL"], most: 2 });
    const asked = ["host-name", "connection-limits", "tcp-check", "check-times", "scale-to-zero"];
    const gaps = (worker.gaps ?? []).map(({ capability }) => capability);
    expect(gaps.filter((gap) => asked.includes(gap))).toEqual([]);
  });

  it("answer every capability: done, or what happens instead and what to do", () => {
    expect(Object.keys(host.can).sort()).toEqual([...serviceCapabilities].sort());
    for (const lack of Object.values(host.can)) {
      if (lack !== true) expect(lack.instead.length * lack.workaround.length).toBeGreaterThan(0);
    }
  });

  it("name their sources, and the day on which they were read", () => {
    expect(host.checkedOn).toMatch(/^2\d{3}-\d\d-\d\d$/);
    expect(host.sources.every((it) => it.startsWith("https://"))).toBe(true);
  });

  it("read back as what was declared, whatever is declared", () => {
    fc.assert(
      fc.property(anyService(vendor), (spec) => {
        const [first] = filesOf({ api: spec });
        const [back] = readers[vendor](first?.text ?? "");
        const { app, image, port, env, secrets, checks, hosted, scale } = spec;
        expect(back).toMatchObject({ app, image, port, env, healthPath: checks.http?.path });
        expect(back?.secrets.toSorted()).toEqual(secrets.toSorted());
        expect(back?.most).toBe(hosted?.most ?? scale.max);
        if (hosted) expect(back?.instances).toEqual(hosted.regions);
        if (hosted?.plan !== undefined) expect(back?.size).toBe(hosted.plan);
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on the order in which they were declared", () => {
    const [a, b] = [
      aSpec({ vendor, app: "a" }),
      aSpec({ vendor, app: "b", regions: ["iad", "lhr"] }),
    ];
    expect(filesOf({ b, a })).toEqual(filesOf({ a, b }));
  });
});

describe("a service on Fly", () => {
  it("has no gap and no word of another vendor: its inputs are as they were", () => {
    expect(Object.keys(aSpec())).not.toContain("gaps");
    expect(Object.keys(aSpec())).not.toContain("hosted");
  });
});
