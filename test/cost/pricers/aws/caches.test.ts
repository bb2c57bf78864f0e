import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { tokens } from "../../../../core/tokens";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* Prices: $0.084 a GB-hour and $0.0023 a million units for Valkey, $0.125 and $0.0034 for Redis OSS, in us-east-1. */

const cache = (inputs: PropertyMap = {}) =>
  declared("aws:elasticache/serverlessCache:ServerlessCache", "cache", {
    engine: "valkey",
    ...inputs,
  });
const use = (dataGb: number, commands: number) => ({
  usage: { "cache.dataGb": dataGb, "cache.commands": commands },
});

// Requirement: CAP-06
describe("the price of a serverless cache", () => {
  it("is that of its data by the hour and of its units by the million", () => {
    expect(lines(billed([cache()], use(2, 5_000_000)))).toEqual([
      // 2 GB × 730 h × $0.084.
      "elasticache-valkey-data 1460 122.64",
      "elasticache-valkey-ecpu 5 0.0115",
    ]);
  });

  it("is no less than the engine's floor, and no more than may be kept", () => {
    // 0.1 GB × 730 h × $0.084.
    expect(total(billed([cache()], use(0, 0)))).toBe("6.132");
    // 1 GB × 730 h × $0.125.
    expect(total(billed([cache({ engine: "redis" })], use(0, 0)))).toBe("91.25");
    const cacheUsageLimits = { dataStorage: { unit: "GB", maximum: 1 } };
    expect(total(billed([cache({ cacheUsageLimits })], use(9, 0)))).toBe("61.32");
  });

  it("counts what is kept ready, used or not", () => {
    const cacheUsageLimits = {
      dataStorage: { unit: "GB", minimum: 1, maximum: 5 },
      ecpuPerSeconds: [{ minimum: 1000, maximum: 5000 }],
    };
    expect(lines(billed([cache({ cacheUsageLimits })], use(0, 0)))).toEqual([
      "elasticache-valkey-data 730 61.32",
      // 1,000 a second for 730 hours.
      "elasticache-valkey-ecpu 2628 6.0444",
    ]);
  });

  it("counts a snapshot of all of it for each day that one is kept", () => {
    const bill = billed([cache({ snapshotRetentionLimit: 7 })], use(1, 0));
    expect(lines(bill)).toContain("elasticache-snapshots 7 0.595");
  });

  it("is not told for another engine, or one that is not known; its users are free", () => {
    expect(unpriced(billed([cache({ engine: "memcached" })]))).toEqual([
      'no price of a cache of the engine "memcached" is known',
    ]);
    expect(unpriced(billed([cache({ engine: UNKNOWN })]))).toEqual([
      "engine is not known before the update",
    ]);
    const users = ["user:User", "userGroup:UserGroup"].map((type) =>
      declared(`aws:elasticache/${type}`, type),
    );
    expect(free(billed(users))).toHaveLength(2);
  });
});

describe("the price of a cache of somebody else", () => {
  const elsewhere = (external: PropertyMap) =>
    declared(tokens.cache, "cache", { vendor: "external", external });

  it("is Upstash's where the file says so", () => {
    const bill = billed(
      [elsewhere({ host: "a.upstash.io", provider: "upstash" })],
      use(3, 1_000_000),
    );
    // 10 × $0.20, and 2 GB beyond the first × $0.25; 1 GB of 200 that are free is sent.
    expect(total(bill)).toBe("2.5");
  });

  it("is not told where nobody says who it is, and is never nothing", () => {
    expect(unpriced(billed([elsewhere({ host: "a.example" })]))).toEqual([
      "who runs a.example is not said: name it as external.provider",
    ]);
  });

  it("is that of its own resources where AWS runs it", () => {
    const bill = billed([declared(tokens.cache, "cache", { vendor: "elasticache" })]);
    expect([...bill.lines, ...bill.notPriced]).toEqual([]);
  });
});
