import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { serviceSpec } from "../../../components/services/spec";
import { estimate } from "../../../cost/estimate";
import { anArg } from "../../render/hosts/services";
import { costs, declared } from "../stand-ins";
import { billed, total, unpriced } from "./aws/bill";
import { paid, using } from "./quiet";

/*
 * Prices: https://render.com/pricing, read on 2026-06-26: a starter $7, a standard $25 and a pro $85 a month, a Pro workspace
 * $25 with 25 GB, a further GB $0.15. https://docs.railway.com/pricing/plans, read on 2026-10-02: a GB of memory $10 and a
 * CPU $20 a month, a GB sent $0.05, the Pro plan $20, of which $20 are given back as use.
 */

const component = (services: PropertyMap) =>
  declared(tokens.containerService, "services", { services });
const service = (over: Parameters<typeof anArg>[0]): PropertyMap =>
  serviceSpec(anArg(over)) as unknown as PropertyMap;
const bill = (services: PropertyMap, usage = using()) => billed([component(services)], { usage });

// Requirement: HOST-15
describe("the price of a service on Render", () => {
  const limits = { ...anArg().limits, cpuKind: "performance", memoryMb: 2048 } as const;

  it("is its plan for each instance, and the workspace once", () => {
    const api = service({ vendor: "render", limits, scale: { min: 2, max: 2 } });
    const hub = service({ vendor: "render", app: "hub" });
    // 2 × 25, 7 and 25.
    expect(paid(bill({ api, hub }))).toEqual([
      "render-pro 1 25",
      "render-web-standard 2 50",
      "render-web-starter 1 7",
    ]);
    expect(total(bill({ api, hub }))).toBe("82");
  });

  it("grows with the instances in a busy month alone", () => {
    const api = service({ vendor: "render", limits, scale: { min: 2, max: 5 } });
    const { total: month } = bill({ api });
    // 2 × 25 + 25, and 5 × 25 + 25.
    expect([month.low, month.expected, month.high].map(String)).toEqual(["75", "75", "150"]);
  });

  it("counts what is sent beyond the workspace's 25 GB", () => {
    const sent = bill({ api: service({ vendor: "render" }) }, using({ "services.egressGb": 125 }));
    // 7 + 25 + 100 × 0.15.
    expect(total(sent)).toBe("47");
  });

  it("has the disk of its one instance, $0.25 a GB", () => {
    const api = service({ vendor: "render", disk: { path: "/data", sizeGb: 10 } });
    // 7 + 25 + 2.50.
    expect(total(bill({ api }))).toBe("34.5");
  });

  it("has its own database and its disk, twice with a standby", () => {
    const database = { plan: "pro-4gb", version: 17, diskGb: 10 };
    const api = service({ vendor: "render", database });
    // 7 + 25 + 55 + 10 × 0.30.
    expect(total(bill({ api }))).toBe("90");
    const twice = service({ vendor: "render", database: { ...database, highAvailability: true } });
    expect(total(bill({ api: twice }))).toBe("148");
  });

  it("has the previews' machines on Fly beside it", () => {
    const api = service({ vendor: "render", previews: { poolSize: 2 } });
    const usage = using({ "services.previewHours": 100 });
    // 7 + 25, 100 h × 0.0030474, and 100 h × 0.25 GB × 0.0083376.
    expect(total(bill({ api }, usage))).toBe("32.51318");
  });

  it("is not known while the plan is not", () => {
    const hosted: PropertyMap = {
      regions: UNKNOWN,
      plan: "starter",
      cpus: 1,
      memoryMb: 512,
      most: 1,
    };
    const api: PropertyMap = { ...service({ vendor: "render" }), hosted };
    expect(unpriced(bill({ api }))).toEqual(["api: its plan is not known before the update"]);
  });
});

// Requirement: HOST-16
describe("the price of a service on Railway", () => {
  const limits = { ...anArg().limits, cpuKind: "performance", cpus: 2, memoryMb: 4096 } as const;

  it("is what is used of its limits, of which the plan pays the first 20 dollars", () => {
    const api = service({ vendor: "railway", limits, scale: { min: 3, max: 3 } });
    // A quarter of 3 × 4 GB × $10 = 30 and of 3 × 2 CPUs × $20 = 30; the plan costs 20 and gives 20 back.
    const used = bill({ api }, using({ "services.usedPercent": 25 }));
    expect(paid(used)).toEqual([
      "railway-pro 1 20",
      "railway-cpu 1.5 30",
      "railway-ram 3 30",
      "railway-pro-credit 1 -20",
    ]);
    expect(total(used)).toBe("60");
  });

  it("is never more than its limits", () => {
    const api = service({ vendor: "railway", limits });
    // 4 × 10 + 2 × 20.
    expect(total(bill({ api }, using({ "services.usedPercent": 900 })))).toBe("80");
  });

  it("is the plan alone while less is used than it pays", () => {
    const api = service({ vendor: "railway" });
    const used = using({ "services.usedPercent": 20, "services.egressGb": 100 });
    // 0.5 GB × 0.2 × 10 = 1, 0.2 × 20 = 4, 100 × 0.05 = 5: all of it given back.
    expect(total(bill({ api }, used))).toBe("20");
  });

  it("is not known while its size is not", () => {
    const api: PropertyMap = { ...service({ vendor: "railway" }), hosted: UNKNOWN };
    expect(unpriced(bill({ api }))).toEqual(["api: its size is not known before the update"]);
  });
});

describe("a month of services that nobody counted", () => {
  it.each(["render", "railway"] as const)("on %s rises from a quiet to a busy one", (vendor) => {
    const api = service({ vendor, scale: { min: 1, max: 3 } });
    const month = { stack: "trial", tier: "prod", resources: [component({ api })] } as const;
    const { low, expected, high } = estimate({ ...month, costs: costs() }).total;
    expect([low.lte(expected), expected.lt(high)]).toEqual([true, true]);
  });
});
