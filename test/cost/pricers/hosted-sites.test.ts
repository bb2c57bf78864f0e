import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { declared } from "../stand-ins";
import { billed, free, lines, total, unpriced } from "./aws/bill";

const site = (vendor: string, inputs: PropertyMap = {}) =>
  declared(tokens.hostedSite, "web-site", { vendor, kind: "server", domains: {}, ...inputs });

/** 100 GB, a million requests, 10 GB-hours of functions, and 10 builds of three minutes on four CPUs. */
const use = {
  usage: {
    "hosting.transferGb": 100,
    "hosting.requests": 1_000_000,
    "hosting.functionMemoryGbHours": 10,
    "hosting.buildCpuMinutes": 120,
  },
};
const much = { usage: { ...use.usage, "hosting.transferGb": 1_000 } };

// Requirement: HOST-14
describe("the price of a site at Netlify", () => {
  it("is the plan, and the credits beyond the plan's own", () => {
    expect(lines(billed([site("netlify")], much))).toEqual([
      "netlify-pro 1 20",
      // 1,000 GB × $0.1333, 100 × $0.0133, 10 × $0.0667, 10 deploys × $0.1.
      "netlify-credit-bandwidth 1000 133.3",
      "netlify-credit-compute 10 0.667",
      "netlify-credit-deploy 10 1",
      "netlify-credit-requests 100 1.33",
      "netlify-pro-credits 1 -20",
    ]);
  });

  it("is the plan alone while its credits last, and computes nothing for files", () => {
    expect(total(billed([site("netlify")], use))).toBe("20");
    const skus = lines(billed([site("netlify", { kind: "static" })], use)).join();
    expect(skus).not.toContain("netlify-credit-compute");
  });

  it("counts the plan in the stack that counts for all", () => {
    const { lines: counted } = billed([site("netlify")], { ...use, share: 0 });
    expect(counted.filter(({ price }) => price.sku.startsWith("netlify-pro"))).toEqual([]);
  });
});

// Requirement: HOST-15
describe("the price of a site at Render", () => {
  it("is workspace, server, and what goes beyond the workspace's free amounts", () => {
    const domains = Object.fromEntries(
      Array.from({ length: 16 }, (_, at) => [`a${at}.example`, {}] as const),
    );
    // $25 + $7 + (100 − 25) GB × $0.15 + 1 domain beyond 15 × $0.25; 30 minutes of 1,000 are built.
    expect(total(billed([site("render", { domains })], use))).toBe("43.5");
  });

  it("has no server for files", () => {
    // $25 + 75 GB × $0.15.
    expect(total(billed([site("render", { kind: "static" })], use))).toBe("36.25");
  });

  it("counts the workspace once for the site and for services", () => {
    const services = { hub: { vendor: "render" } };
    const container = declared(tokens.containerService, "services", { services });
    const skus = billed([site("render"), container], use).lines.map(({ price }) => price.sku);
    expect(skus.filter((sku) => sku === "render-pro")).toHaveLength(1);
    const alone = billed([container], use).lines.map(({ price }) => price.sku);
    expect(alone).toContain("render-pro");
  });
});

describe("the price of a site elsewhere", () => {
  it("is that of the host's own resources where they are declared", () => {
    const bill = billed([site("digitalocean")], use);
    expect([...bill.lines, ...bill.notPriced]).toEqual([]);
  });

  it("is not told of a host that nobody knows, or that is not known yet", () => {
    expect(unpriced(billed([site("acme")], use))).toEqual(["no prices of acme are known here"]);
    const unknown = billed([declared(tokens.hostedSite, "web", { vendor: UNKNOWN })], use);
    expect(unpriced(unknown)).toEqual(["vendor is not known before the update"]);
  });

  it("is nothing for its headers by themselves", () => {
    expect(free(billed([declared(tokens.hostedRoute, "web-headers")]))).toEqual([
      "a part of the site, which is paid",
    ]);
  });
});
