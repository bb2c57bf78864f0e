import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/value";
import { estimate } from "../../cost/estimate";
import { costs, declared } from "./stand-ins";

const type = "aws:s3/bucket:Bucket";
const storage = declared("groundwork:storage:StorageBucket", "storage");
const assets = declared(type, "storage-assets", { bucket: "assets" }, storage);
const backups = declared(type, "storage-backups", { bucket: "backups" }, storage);

const stack = (over: Partial<Parameters<typeof estimate>[0]> = {}) =>
  estimate({
    stack: "trial",
    tier: "prod",
    resources: [storage, assets, backups],
    costs: costs({
      usage: {
        "storage.storedGb": 100,
        "storage.writes": 0,
        "storage.reads": 0,
        "storage.egressGb": 0,
      },
    }),
    ...over,
  });

/** Sku, units and dollars expected of a resource. */
function linesOf(resource: string, of = stack()) {
  return of.lines
    .filter((line) => line.resource === resource && !line.monthlyUsd.high.isZero())
    .map(
      ({ price, quantity, monthlyUsd }) =>
        `${price.sku} ${quantity.expected.toString()} ${monthlyUsd.expected.toString()}`,
    );
}

describe("the estimate of a stack", () => {
  it("divides a figure of the stack equally among the resources that share it", () => {
    // 100 GB over two buckets: 50 × 0.023 each.
    expect(linesOf(assets.urn)).toEqual(["s3-standard-storage 50 1.15"]);
    expect(linesOf(backups.urn)).toEqual(["s3-standard-storage 50 1.15"]);
  });

  it("takes a resource's own figure, and divides the stack's among the others", () => {
    const own = costs({
      usage: {
        "storage.storedGb": 100,
        "storage.writes": 0,
        "storage.reads": 0,
        "storage.egressGb": 0,
      },
      resources: { "storage-backups": { "storage.storedGb": 400 } },
    });
    expect(linesOf(backups.urn, stack({ costs: own }))).toEqual(["s3-standard-storage 400 9.2"]);
    expect(linesOf(assets.urn, stack({ costs: own }))).toEqual(["s3-standard-storage 100 2.3"]);
  });

  it("assumes by the tier what the stack does not say", () => {
    const silent = costs();
    const dev = stack({ tier: "dev", costs: silent, resources: [storage, assets] });
    const stored = dev.lines.find(({ price }) => price.sku === "s3-standard-storage");
    expect(stored?.quantity).toEqual({
      low: new Decimal(0.5),
      expected: new Decimal(1),
      high: new Decimal(5),
    });
    expect(stored?.rests).toEqual(["storage.storedGb"]);
    expect(stored?.kind).toBe("usage");
  });

  it("takes the prices of the resource's region, and marks those of another that stand in", () => {
    const at = (region: string) =>
      stack({ resources: [declared(type, "one", { region })] }).lines.find(
        ({ price }) => price.sku === "s3-standard-storage",
      );
    expect([at("ca-central-1")?.price.usd, at("ca-central-1")?.standsIn]).toEqual([
      "0.025",
      undefined,
    ]);
    expect([at("eu-south-2")?.price.usd, at("eu-south-2")?.standsIn]).toEqual([
      "0.023",
      "us-east-1",
    ]);
    const there = costs({ awsRegion: "ca-central-1" });
    const unsaid = stack({ resources: [declared(type, "one")], costs: there });
    const unknown = stack({
      resources: [declared(type, "one", { region: UNKNOWN })],
      costs: there,
    });
    expect(unsaid.lines[0]?.price.region).toBe("ca-central-1");
    expect(unknown.lines[0]?.price.region).toBe("ca-central-1");
  });

  it("names the outermost component as the one that pays, a resource without one itself", () => {
    const inner = declared("groundwork:uptime:UptimeChecks", "inner", {}, storage);
    const deep = declared(type, "deep", {}, inner);
    const raw = declared(type, "raw");
    const { lines } = stack({ resources: [storage, inner, deep, raw] });
    expect(new Set(lines.map(({ component }) => component))).toEqual(new Set(["storage", "raw"]));
  });

  it("lists what it cannot price, and never as nothing", () => {
    const strange = declared("aws:rds/instance:Instance", "strange");
    const { notPriced, lines } = stack({ resources: [strange] });
    expect(lines).toEqual([]);
    expect(notPriced).toEqual([
      {
        resource: strange.urn,
        component: "strange",
        type: "aws:rds/instance:Instance",
        notPriced: "no price of its type is known here",
      },
    ]);
  });

  it("says nothing of components, which only hold what is paid", () => {
    expect(stack({ resources: [storage] })).toMatchObject({ lines: [], free: [], notPriced: [] });
  });

  it("says nothing of providers, which the engine keeps as resources and nobody bills", () => {
    const provider = declared("pulumi:providers:aws", "default_7_48_0");
    expect(stack({ resources: [provider] })).toMatchObject({ lines: [], free: [], notPriced: [] });
  });

  it("lists what is free with who says so", () => {
    const policy = declared("aws:s3/bucketPolicy:BucketPolicy", "policy");
    expect(stack({ resources: [policy] }).free).toEqual([
      {
        resource: policy.urn,
        component: "policy",
        free: "a setting of a bucket",
        source: "https://aws.amazon.com/s3/pricing/",
      },
    ]);
  });

  it("adds up to the sum of its lines, to the last digit", () => {
    const { lines, total } = stack({ costs: costs({ usage: { "storage.storedGb": 33.333333 } }) });
    const sum = lines.reduce((all, { monthlyUsd }) => all.plus(monthlyUsd.high), new Decimal(0));
    expect(total.high.eq(sum)).toBe(true);
  });
});
