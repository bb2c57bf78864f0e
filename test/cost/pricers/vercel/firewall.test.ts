import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";
import { site } from "./stand-ins";

/* Prices: https://vercel.com/docs/pricing/regional-pricing and https://vercel.com/docs/drains. */

const firewall = (inputs: PropertyMap) =>
  declared("vercel:index/firewallConfig:FirewallConfig", "firewall", inputs);
const limit = (active = true) => ({
  rules: { rules: [{ active, action: { action: "rate_limit" } }] },
});
const usage = using({ "hosting.rateLimitedRequests": 3_000_000, "hosting.inspectedRequests": 1e6 });

/** What a firewall adds to the bill of a project that nobody visits. */
const added = (inputs: PropertyMap) =>
  paid(billed([...site("pro"), firewall(inputs)], { usage })).filter((line) =>
    line.startsWith("vercel-waf"),
  );

describe("the price of Vercel's firewall", () => {
  it.each<[string, PropertyMap, string[]]>([
    // 3 × $0.50.
    ["a rate limit by what it lets pass", limit(), ["vercel-waf-rate-limit 3 1.5"]],
    [
      // 1 × $0.80.
      "OWASP rules by what they inspect",
      { managedRulesets: { owasp: { sqli: { action: "deny", active: true } } } },
      ["vercel-waf-owasp-requests 1 0.8"],
    ],
    ["a rule that is off", limit(false), []],
    ["a firewall that is off", { ...limit(), enabled: false }, []],
    ["bot protection", { managedRulesets: { botProtection: { active: true } } }, []],
  ])("counts %s", (_, inputs, expected) => {
    expect(added(inputs)).toEqual(expected);
  });

  it("says why the rest is free", () => {
    expect(free(billed([...site("pro"), firewall({})]))).toEqual([
      "its own rules, address blocks and bot protection are part of every plan",
    ]);
  });

  it("is not told while its rules are not known", () => {
    const bill = billed([...site("pro"), firewall({ rules: { rules: UNKNOWN } })], { usage });
    expect(unpriced(bill)).toEqual(["rules.rules is not known before the update"]);
  });

  it("is paid by the plan's credit", () => {
    const bill = billed([...site("pro"), firewall(limit())], { usage });
    // $20 + $1.50 − $1.50.
    expect(total(bill)).toBe("20");
  });
});

describe("what drains and stores cost beside a project", () => {
  it("half a dollar a GB, divided among drains of logs and traces", () => {
    const drains = [
      declared("vercel:index/logDrain:LogDrain", "logs"),
      declared("vercel:index/traceDrain:TraceDrain", "traces"),
    ];
    const bill = billed([...site("pro"), ...drains], { usage: using({ "hosting.drainGb": 50 }) });
    // 2 × 25 × $0.50 = $25, less the credit of $20, and $20.
    expect(total(bill)).toBe("25");
  });

  it("reads and writes of Edge Config, at prices that are not sure", () => {
    const store = declared("vercel:index/edgeConfig:EdgeConfig", "flags");
    const bill = billed([...site("pro"), store], {
      usage: using({ "hosting.edgeConfigReads": 2_000_000, "hosting.edgeConfigWrites": 250 }),
    });
    // 2 × $3 + 0.5 × $5.
    expect(paid(bill)).toContain("vercel-edge-config-reads 2 6");
    expect(paid(bill)).toContain("vercel-edge-config-writes 0.5 2.5");
    expect(
      bill.lines.filter(({ price }) => price.confidence === "low").map(({ price }) => price.sku),
    ).toEqual(["vercel-edge-config-reads", "vercel-edge-config-writes"]);
  });

  it.each([
    "vercel:index/projectDomain:ProjectDomain",
    "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
    "vercel:index/projectRoute:ProjectRoute",
    "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention",
    "vercel:index/projectRollingRelease:ProjectRollingRelease",
    "vercel:index/customEnvironment:CustomEnvironment",
  ])("nothing for %s, and the page that says so", (type) => {
    const [one] = billed([declared(type, "one")]).free;
    expect(one?.source).toMatch(/^https:\/\/vercel\.com\/docs\//);
  });
});
