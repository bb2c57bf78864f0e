import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../../core/value";
import { billed, free, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";
import { database } from "./stand-ins";

/*
 * Prices: https://github.com/supabase/supabase, packages/shared-data/pricing-catalog.ts, and of compute
 * apps/docs/content/guides/platform/compute-and-disk.mdx.
 */

describe("the plan and the compute of Supabase", () => {
  it.each([
    // Pro $25 + Micro 730 × $0.01344 = $9.8112, which the credit of $10 pays whole.
    ["micro", "25"],
    // Nano is billed as Micro.
    ["nano", "25"],
    [undefined, "25"],
    // $25 + 730 × $0.0206 = $15.038, less $10.
    ["small", "30.038"],
    // $25 + 730 × $0.0822 = $60.006, less $10.
    ["medium", "75.006"],
    // $25 + 730 × $5.12 = $3,737.60, less $10. Supabase's page rounds the month to 3,730.
    ["16xlarge", "3752.6"],
  ])("of size %s", (instanceSize, expected) => {
    const size = instanceSize === undefined ? {} : { instanceSize };
    expect(total(billed(database("pro", size), { usage: using() }))).toBe(expected);
  });

  it("of a team: $599, and the same credit", () => {
    // 599 + 15.038 − 10.
    const bill = billed(database("team", { instanceSize: "small" }), { usage: using() });
    expect(total(bill)).toBe("604.038");
  });

  it("without plan, credit and free amounts where another stack counts them", () => {
    const bill = billed(database("pro", { instanceSize: "small" }), { usage: using(), share: 0 });
    expect(total(bill)).toBe("15.038");
    expect(bill.elsewhere).toEqual(["plan of Supabase"]);
  });

  it("counts the plan once for two projects of one organization, the credit too", () => {
    const two = [...database("pro"), ...database("pro", {}, [], "second")];
    // 25 + 2 × 9.8112 − 10.
    expect(total(billed(two, { usage: using() }))).toBe("34.6224");
  });

  it("counts plan and credit for each organization", () => {
    const two = [...database("pro"), ...database("pro", { organizationId: "bakery" }, [], "bread")];
    // 2 × 25 + 2 × 9.8112 − 19.6224, as two credits of $10 pay more than that.
    expect(paid(billed(two, { usage: using() }))).toEqual([
      "supabase-compute-micro 730 9.8112",
      "supabase-compute-micro 730 9.8112",
      "supabase-pro-base 2 50",
      "supabase-compute-credit 2 -19.6224",
    ]);
  });

  it("bills a project of a paid organization, whatever its own component says", () => {
    const two = [...database("pro"), ...database("free", {}, [], "second")];
    expect(total(billed(two, { usage: using() }))).toBe("34.6224");
  });

  it("costs nothing on the Free plan, whatever is used", () => {
    const bill = billed(database("free"), { usage: using({ "database.egressGb": 1000 }) });
    expect(total(bill)).toBe("0");
    expect(free(bill)).toEqual([
      "the Free plan bills nothing: what goes beyond its limits is refused",
    ]);
  });

  it("has no list price on Enterprise", () => {
    expect(unpriced(billed(database("enterprise")))).toEqual([
      "an Enterprise contract has prices of its own, which are not published",
      "Enterprise plan: no list price is published",
    ]);
  });

  it.each([
    ["24xlarge", "compute 24xlarge: no list price is published"],
    [UNKNOWN, "instanceSize is not known before the update"],
  ] as const)("has none for size %s", (instanceSize, expected) => {
    expect(unpriced(billed(database("pro", { instanceSize }), { usage: using() }))).toEqual([
      expected,
    ]);
  });
});

describe("what a project of Supabase uses", () => {
  // Micro is paid by the credit: every sum has the $25 of the plan in it.
  it.each([
    ["8 GB of disk are free", { "database.diskGb": 8 }, "25"],
    // 0.01 × $0.125.
    ["what is above 8 GB is paid", { "database.diskGb": 8.01 }, "25.00125"],
    ["250 GB of egress are free", { "database.egressGb": 250 }, "25"],
    // 0.01 × $0.09.
    ["what is above is paid", { "database.egressGb": 250.01 }, "25.0009"],
    // 1,000 − 250 = 750 × $0.03.
    ["cached egress", { "database.cachedEgressGb": 1000 }, "47.5"],
    // 150 − 100 = 50 × $0.0213.
    ["files", { "database.fileStorageGb": 150 }, "26.065"],
    ["100,000 users are free", { "database.monthlyActiveUsers": 100_000 }, "25"],
    // 1 × $0.00325.
    ["the next one is paid", { "database.monthlyActiveUsers": 100_001 }, "25.00325"],
    // 600 − 100 = 500 images at $5 for 1,000.
    ["images", { "database.imagesTransformed": 600 }, "27.5"],
    // 1,500 − 500 = 1,000 connections.
    ["connections", { "database.realtimePeakConnections": 1500 }, "35"],
    // 7 − 5 = 2 million × $2.50.
    ["messages", { "database.realtimeMessages": 7_000_000 }, "30"],
  ])("%s", (_, usage, expected) => {
    expect(total(billed(database("pro"), { usage: using(usage) }))).toBe(expected);
  });

  it("8 GB are free for each project, egress once for all", () => {
    const two = [...database("pro"), ...database("pro", {}, [], "second")];
    const usage = using({ "database.diskGb": 20, "database.egressGb": 300 });
    // 34.6224 as above, 2 × (10 − 8) × $0.125 = $0.50, (300 − 250) × $0.09 = $4.50.
    expect(total(billed(two, { usage }))).toBe("39.6224");
  });
});
