import { describe, expect, it } from "vitest";
import { declared } from "../../stand-ins";
import { billed, free, lines, total } from "../aws/bill";

/* Prices: https://www.pagerduty.com/pricing/incident-management/, by the month. */

const alerts = (plan?: string) =>
  declared("groundwork:alerts:Alerts", "alerts", { pagerduty: { ...(plan && { plan }) } });
const service = declared("pagerduty:index/service:Service", "pager");
const bill = (plan?: string) =>
  billed([alerts(plan), service], { usage: { "seats.pagerduty": 4 } });

describe("the price of being called through PagerDuty", () => {
  it.each<[string | undefined, string]>([
    // 4 × $25.
    ["professional", "100"],
    [undefined, "100"],
    // 4 × $49.
    ["business", "196"],
    ["free", "0"],
  ])("is that of the people on the plan %s", (plan, expected) => {
    expect(total(bill(plan))).toBe(expected);
  });

  it("is nothing where nobody is called, and services are free", () => {
    expect(lines(billed([alerts()]))).toEqual([]);
    expect(free(bill("free"))).toEqual(["people are paid, not what calls them"]);
  });

  it("is counted by one stack", () => {
    const other = billed([alerts(), service], { share: 0 });
    expect([total(other), other.elsewhere]).toEqual(["0", ["people of PagerDuty"]]);
  });
});
