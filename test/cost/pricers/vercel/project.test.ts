import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../../core/value";
import { billed, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";
import { bare, site } from "./stand-ins";

/*
 * Prices: https://vercel.com/docs/pricing/regional-pricing/iad1 and
 * https://vercel.com/docs/functions/usage-and-pricing. Every sum has the $20 of the Pro plan in it.
 */

const inMontreal = { resourceConfig: { functionDefaultRegions: ["yul1", "iad1"] } };

describe("what visitors of a project on Vercel cost", () => {
  it.each([
    // 10 million requests are free.
    [10_000_000, "20"],
    // 10 thousand more: 0.01 × $2.00 = $0.02, which the credit of $20 pays.
    [10_010_000, "20"],
    // 20 million: 10 × $2.00 = $20, all of it paid by the credit.
    [20_000_000, "20"],
    // 20.01 million: 10.01 × $2.00 = $20.02, less $20.
    [20_010_000, "20.02"],
  ])("%i requests", (requests, expected) => {
    expect(total(billed(site("pro"), { usage: using({ "hosting.requests": requests }) }))).toBe(
      expected,
    );
  });

  it.each([
    // 1 TB is free.
    [1000, "20"],
    // 1,133.33 GB: 133.33 × $0.15 = $19.9995, paid by the credit.
    [1133.33, "20"],
    // 1,133.34 GB: 133.34 × $0.15 = $20.001, less $20.
    [1133.34, "20.001"],
    // 3 TB: 2,000 × $0.15 = $300, less $20.
    [3000, "300"],
  ])("%d GB", (transferGb, expected) => {
    const usage = using({ "hosting.transferGb": transferGb });
    expect(total(billed(site("pro"), { usage }))).toBe(expected);
  });

  it("takes the free amounts off in one stack alone", () => {
    const usage = using({ "hosting.requests": 5_000_000 });
    // 5 × $2.00, with neither plan nor credit nor free requests.
    expect(total(billed(site("pro"), { usage, share: 0 }))).toBe("10");
  });

  it("shares the free amounts among the projects, wherever they are", () => {
    const usage = using({ "hosting.requests": 30_000_000 });
    const projects = [...site("pro"), bare("docs", inMontreal)];
    // 30 × $2.00 = $60, less 10 × $2.00, less the credit of $20, and $20 for the plan.
    expect(total(billed(projects, { usage }))).toBe("40");
  });

  it("stands Washington's price in for a region of which none is known, and says so", () => {
    const usage = using({ "hosting.transferGb": 10 });
    const line = billed(site("pro", inMontreal), { usage }).lines.find(
      ({ price }) => price.sku === "vercel-fast-data-transfer",
    );
    expect(line).toMatchObject({
      standsIn: "iad1",
      rests: ["hosting.transferGb", "visitors are served from yul1"],
    });
  });
});

describe("what functions on Vercel cost", () => {
  const usage = using({
    "hosting.functionInvocations": 2_000_000,
    "hosting.functionCpuHours": 100,
    "hosting.functionMemoryGbHours": 1000,
  });

  it("follows the first region of the project", () => {
    // Montréal: 2 × $0.60 = $1.20, 100 × $0.147 = $14.70, 1,000 × $0.0122 = $12.20: $28.10, less $20, and $20.
    const bill = billed(site("pro", inMontreal), { usage });
    expect(paid(bill)).toEqual([
      "vercel-pro-base 1 20",
      "vercel-fn-active-cpu 100 14.7",
      "vercel-fn-invocations 2 1.2",
      "vercel-fn-provisioned-memory 1000 12.2",
      "vercel-pro-credit 1 -20",
    ]);
    expect(total(bill)).toBe("28.1");
  });

  it("is Washington's where the project names no region", () => {
    // 2 × $0.60 + 100 × $0.128 + 1,000 × $0.0106 = $24.60.
    expect(total(billed([bare()], { usage }))).toBe("24.6");
  });

  it("is not priced while the region is not known", () => {
    const unknown = site("pro", { resourceConfig: { functionDefaultRegions: UNKNOWN } });
    expect(unpriced(billed(unknown, { usage }))).toEqual([
      "resourceConfig.functionDefaultRegions[0] is not known before the update",
    ]);
  });
});

describe("what else a project on Vercel costs", () => {
  it.each([
    // 10,000 CPU minutes × $0.0035 = $35, less the credit of $20, and $20.
    ["builds of a new team", {}, "35"],
    ["builds on standard machines, one after the other", { buildMachineType: "standard" }, "20"],
    [
      "builds on standard machines at the same time",
      { buildMachineType: "standard", onDemandConcurrentBuilds: true },
      "35",
    ],
  ])("%s", (_, inputs, expected) => {
    const usage = using({ "hosting.buildCpuMinutes": 10_000 });
    expect(total(billed(site("pro", inputs), { usage }))).toBe(expected);
  });

  it("$20 for a password, which the credit does not pay", () => {
    const locked = site("pro", { passwordProtection: { deploymentType: "all_deployments" } });
    expect(total(billed(locked, { usage: using() }))).toBe("40");
  });

  it("Speed Insights: $10 a project and $0.65 for 10,000 data points, only where it is on", () => {
    const usage = using({ "hosting.speedInsightsEvents": 20_000 });
    // $20 + $10 + 2 × $0.65 − $1.30 of the credit.
    expect(paid(billed(site("pro"), { usage }))).toEqual([
      "vercel-pro-base 1 20",
      "vercel-speed-insights 1 10",
      "vercel-speed-insights-events 2 1.3",
      "vercel-pro-credit 1 -1.3",
    ]);
  });

  it("pages, images and events by their own units", () => {
    const usage = using({
      "hosting.isrReads": 10_000_000,
      "hosting.isrWrites": 1_000_000,
      "hosting.imageTransformations": 5000,
      "hosting.observabilityEvents": 5_000_000,
      "hosting.originTransferGb": 50,
    });
    // 10 × $0.40 + 1 × $4 + 5 × $0.05 + 5 × $1.20 + 50 × $0.06 = $17.25, paid by the credit.
    const bill = billed(site("pro"), { usage });
    expect(paid(bill).at(-1)).toBe("vercel-pro-credit 1 -17.25");
    expect(total(bill)).toBe("20");
  });
});
