import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, several, total, unpriced } from "../aws/bill";

/* Prices: https://www.checklyhq.com/pricing.md; a month of 730 hours. */

const uptime = (plan?: string) =>
  declared("groundwork:uptime:UptimeChecks", "uptime", {
    vendor: "checkly",
    ...(plan && { checkly: { plan } }),
  });
const check = (name: string, inputs: PropertyMap) =>
  declared("checkly:index/check:Check", name, { type: "API", frequency: 1, ...inputs });
const three = ["us-east-1", "eu-central-1", "ap-southeast-2"];

describe("the price of checks at Checkly", () => {
  it.each<[string | undefined, PropertyMap, string]>([
    // 43,800 runs are within 100,000: $80.
    ["team", { locations: ["us-east-1"] }, "80"],
    // 131,400 runs, 31,400 beyond: $80 + 3.14 × $2.50.
    [undefined, { locations: three }, "87.85"],
    // 26,280 runs, 1,280 beyond: $29 + 0.128 × $2.60.
    ["starter", { locations: three, frequency: 5 }, "29.3328"],
    // 13,140 runs in a browser, 1,140 beyond: $80 + 1.14 × $6.25.
    ["team", { type: "BROWSER", locations: three, frequency: 10 }, "87.125"],
    // 13,140 runs, 10,140 beyond: $29 + 10.14 × $6.50.
    ["starter", { type: "BROWSER", locations: three, frequency: 10 }, "94.91"],
    // Every 30 seconds: 87,600 runs.
    ["team", { locations: ["us-east-1"], frequency: 0, frequencyOffset: 30 }, "80"],
    ["hobby", { locations: three }, "0"],
  ])("is that of the plan %s and of runs beyond its own: %o", (plan, inputs, expected) => {
    expect(total(billed([uptime(plan), check("app", inputs)]))).toBe(expected);
  });

  it("counts the plan's runs once for all checks", () => {
    const checks = several(3, (name) => check(name, { locations: ["us-east-1"] }));
    // 131,400 runs of three checks, 31,400 beyond: $80 + 3.14 × $2.50.
    expect(total(billed([uptime("team"), ...checks]))).toBe("87.85");
  });

  it("is not told while a location is not known; groups and channels are free", () => {
    const bill = billed([uptime(), check("app", { locations: UNKNOWN })]);
    expect(unpriced(bill)).toEqual(["locations is not known before the update"]);
    const settings = ["checkGroup:CheckGroup", "alertChannel:AlertChannel"];
    const bare = billed(settings.map((kind) => declared(`checkly:index/${kind}`, kind)));
    expect([free(bare).length, lines(bare)]).toEqual([2, []]);
  });
});
