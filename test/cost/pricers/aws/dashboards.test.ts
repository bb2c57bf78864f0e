import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, lines, several, total } from "./bill";

/* $3.00 a dashboard; three of up to 50 metrics are free: https://aws.amazon.com/cloudwatch/pricing/ */

function dashboard(dashboardBody: Value, name = "board") {
  return declared("aws:cloudwatch/dashboard:Dashboard", name, { dashboardBody });
}

function bodyOf(metrics: number): string {
  const one = Array.from({ length: metrics }, (_, at) => ["shop", `Metric${at}`]);
  const widgets = [
    { type: "text", properties: { markdown: "# Shop" } },
    { type: "metric", properties: { metrics: one } },
  ];
  return JSON.stringify({ widgets });
}

describe("the price of dashboards", () => {
  it.each([
    [3, "0"],
    // 4 × $3.00, less 3 × $3.00.
    [4, "3"],
  ])("leaves three of an account free: %i", (count, expected) => {
    const boards = several(count, (name) => dashboard(bodyOf(50), name));
    expect(total(billed(boards))).toBe(expected);
  });

  it("leaves none free that has more than 50 metrics", () => {
    expect(lines(billed([dashboard(bodyOf(51))]))).toEqual(["cloudwatch-dashboard-large 1 3"]);
  });

  it.each<[string, Value]>([
    ["known only once the update runs", UNKNOWN],
    ["no JSON", "see below"],
    ["JSON of something else", "[]"],
  ])("says what it assumes of a body that is %s", (_, body) => {
    const [line] = billed([dashboard(body)]).lines;
    expect([line?.price.sku, line?.rests]).toEqual([
      "cloudwatch-dashboard",
      ["up to 50 metrics are on it"],
    ]);
  });
});
