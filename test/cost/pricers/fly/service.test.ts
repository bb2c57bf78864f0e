import { describe, expect, it } from "vitest";
import { flyRegions } from "../../../../catalogue/fly";
import { tokens } from "../../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { estimate } from "../../../../cost/estimate";
import { priceOf } from "../../../../cost/price-list";
import { costs, declared } from "../../stand-ins";
import { billed, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";

/*
 * Prices: https://fly.io/docs/about/pricing/, read on 2026-10-09. Dollars a second in Ashburn: a shared CPU with 256 MB
 * 0.0000008465, a performance CPU with 2 GB 0.000012732, a further GB 0.000002316. An hour is 3,600 times that:
 * 0.0030474, 0.0458352 and 0.0083376. A month here has 730 hours, on the page 720.
 */

const service = (over: PropertyMap = {}): PropertyMap => ({
  vendor: "fly",
  regions: ["iad"],
  primaryRegion: "iad",
  scale: { min: 1, max: 1 },
  limits: { cpuKind: "shared", cpus: 1, memoryMb: 256 },
  ...over,
});

const component = (services: PropertyMap) =>
  declared(tokens.containerService, "services", { services });

const bill = (over: PropertyMap, usage = using()) =>
  billed([component({ api: service(over) })], { usage });

describe("the price of a machine on Fly", () => {
  it.each([
    // 730 × 0.0030474 = 2.224602. The page: $2.19 for 720 hours.
    ["the smallest", { cpuKind: "shared", cpus: 1, memoryMb: 256 }, "2.224602"],
    // 2.224602 + 730 × 0.25 × 0.0083376 = 1.521612. The page: $3.69.
    ["512 MB", { cpuKind: "shared", cpus: 1, memoryMb: 512 }, "3.746214"],
    // 2 × 2.224602 + 730 × (2 − 0.5) × 0.0083376 = 9.129672. The page: $13.39.
    ["2 CPUs and 2 GB", { cpuKind: "shared", cpus: 2, memoryMb: 2048 }, "13.578876"],
    // 730 × 0.0458352. The page: $33.00.
    ["a performance CPU", { cpuKind: "performance", cpus: 1, memoryMb: 2048 }, "33.459696"],
    // 33.459696 + 730 × 0.75 × 0.0083376 = 4.564836: a size between those of the page.
    ["2,816 MB", { cpuKind: "performance", cpus: 1, memoryMb: 2816 }, "38.024532"],
  ])("%s", (_, limits, expected) => {
    expect(total(bill({ limits }))).toBe(expected);
  });

  it("has a disk for each machine that there may be, $0.15 a GB, whether it runs or not", () => {
    const disk = { path: "/data", sizeGb: 10 };
    // 2.224602 + 2 × 10 × 0.15, where one of two runs.
    expect(total(bill({ disk, scale: { min: 1, max: 2 } }))).toBe("5.224602");
  });

  it.each<[PropertyMap, string]>([
    [
      { cpuKind: "shared", cpus: 3, memoryMb: 1024 },
      "Fly has no machine of 3 shared CPUs with 1024 MB",
    ],
    [
      { cpuKind: "performance", cpus: 1, memoryMb: 1024 },
      "Fly has no machine of 1 performance CPUs with 1024 MB",
    ],
    [
      { cpuKind: "gpu", cpus: 1, memoryMb: 1024 },
      "its machines have a size that Fly does not list",
    ],
    [
      { cpuKind: "shared", cpus: UNKNOWN, memoryMb: 256 },
      "the size of its machines is not known before the update",
    ],
  ])("is none for %o", (limits, expected) => {
    expect(unpriced(bill({ limits }))).toEqual([`api: ${expected}`]);
  });

  it("is its region's", () => {
    // 2.224602 × 1.192307692 in San José, 730 × 0.0036334385 as the hour is rounded to ten places.
    expect(total(bill({ regions: ["sjc"], primaryRegion: "sjc" }))).toBe("2.65241");
  });

  it("is Ashburn's, marked, where the page has no more price of the region", () => {
    const [line] = bill({ regions: ["bom"], primaryRegion: "bom" }).lines;
    expect(line?.standsIn).toBe("iad");
  });

  it.each(flyRegions)("of what is sent is known in %s", (region) => {
    expect(priceOf("fly-egress", region).standsIn).toBeUndefined();
  });
});

describe("how many machines a service has", () => {
  const three = { regions: ["iad", "ewr", "sjc"], primaryRegion: "iad" };
  const hours = (over: PropertyMap) =>
    bill(over)
      .lines.filter(({ price }) => price.sku === "fly-cpu-shared")
      .map(({ price, quantity: { low, expected, high } }) =>
        [price.region, ...[low, expected, high].map((one) => one.div(730).toDecimalPlaces(2))].join(
          " ",
        ),
      );

  it("is fixed where the least is the most: an equal part in each region", () => {
    expect(hours({ ...three, scale: { min: 6, max: 6 } })).toEqual([
      "iad 2 2 2",
      "ewr 2 2 2",
      "sjc 2 2 2",
    ]);
  });

  it("is the least in the primary region, and in a busy month the most in all", () => {
    // 10 machines in 3 regions.
    expect(hours({ ...three, scale: { min: 3, max: 10 } })).toEqual([
      "iad 3 3 3.33",
      "ewr 0 0 3.33",
      "sjc 0 0 3.33",
    ]);
  });

  it("never falls below the least in the primary region", () => {
    // 4 of 5 stay in the primary region, one is left for the other two.
    expect(hours({ ...three, scale: { min: 4, max: 5 } })).toEqual([
      "iad 4 4 4",
      "ewr 0 0 0.5",
      "sjc 0 0 0.5",
    ]);
  });

  it("is not known while the regions are not", () => {
    expect(unpriced(bill({ regions: UNKNOWN }))).toEqual([
      "api: where its machines run is not known before the update",
    ]);
  });
});

describe("what a service on Fly costs besides", () => {
  it("hours of previews, as many as the pool has room for", () => {
    const previews = { previews: { poolSize: 2 } };
    // 100 × 0.0030474 = 0.30474 on top of 2.224602.
    expect(total(bill(previews, using({ "services.previewHours": 100 })))).toBe("2.529342");
    // 2 × 730 hours at most: 3 × 2.224602 in all.
    expect(total(bill(previews, using({ "services.previewHours": 9000 })))).toBe("6.673806");
  });

  it("what it sends, from each region alike", () => {
    const sent = bill(
      { regions: ["iad", "gru"], scale: { min: 2, max: 2 } },
      using({ "services.egressGb": 100 }),
    );
    // 50 × $0.02 and 50 × $0.04.
    expect(paid(sent).filter((line) => line.startsWith("fly-egress"))).toEqual([
      "fly-egress 50 1",
      "fly-egress 50 2",
    ]);
  });

  it("is shared by the services of a stack", () => {
    const two = component({ api: service(), hub: service() });
    const sent = billed([two], { usage: using({ "services.egressGb": 100 }) });
    // 2 × 2.224602 + 2 × 50 × $0.02.
    expect(total(sent)).toBe("6.449204");
  });

  it("is not priced at another vendor", () => {
    expect(unpriced(bill({ vendor: "elsewhere" }))).toEqual([
      "api: no prices of its vendor are reckoned here",
    ]);
  });

  it("rises from a quiet to a busy month with what is assumed", () => {
    const resources = [
      component({ api: service({ scale: { min: 1, max: 3 }, previews: { poolSize: 5 } }) }),
    ];
    const { low, expected, high } = estimate({
      stack: "trial",
      tier: "prod",
      resources,
      costs: costs(),
    }).total;
    expect([low.lt(expected), expected.lt(high)]).toEqual([true, true]);
  });
});
