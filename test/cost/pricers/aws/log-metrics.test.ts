import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, several, total, unpriced } from "./bill";

/* $0.30 a custom metric, 10 free, $0.10 beyond 10,000: https://aws.amazon.com/cloudwatch/pricing/ */

function filter(metricTransformation: PropertyMap, name: string, more: PropertyMap = {}) {
  const inputs = { logGroupName: "/shop/web", pattern: "ERROR", metricTransformation, ...more };
  return declared("aws:cloudwatch/logMetricFilter:LogMetricFilter", name, inputs);
}

const errors = { namespace: "shop", name: "Errors", value: "1" };

describe("the price of metrics read from logs", () => {
  it.each([
    [10, "0"],
    // 11 × $0.30, less 10 × $0.30.
    [11, "0.3"],
  ])("leaves ten of an account free: %i", (count, expected) => {
    const filters = several(count, (name) => filter({ ...errors, name }, name));
    expect(total(billed(filters))).toBe(expected);
  });

  it("counts a metric once however many filters make it", () => {
    const bill = billed([filter(errors, "web"), filter(errors, "api")], { share: 0 });
    expect(lines(bill)).toEqual(["cloudwatch-metric-custom 1 0.3"]);
    expect(free(bill)).toEqual(["its metric is counted with web"]);
  });

  it("counts metrics of the same name in other regions and namespaces", () => {
    const filters = [
      filter(errors, "web"),
      filter({ ...errors, namespace: "stage" }, "stage"),
      filter(errors, "far", { region: "ca-central-1" }),
    ];
    expect(lines(billed(filters, { share: 0 }))).toHaveLength(3);
  });

  it("counts combinations of dimensions as the stack file says, dearer ones first", () => {
    const withRoute = filter({ ...errors, dimensions: { route: "$.route" } }, "web");
    const bill = billed([withRoute], { usage: { "logs.metricsPerFilter": 10_001 } });
    expect(lines(bill)).toEqual([
      "cloudwatch-metric-custom 10001 3000.3", // 10,001 × $0.30
      "cloudwatch-metric-custom -10 -3", // 10 free
      "cloudwatch-metric-custom -1 -0.2", // the one beyond 10,000 at $0.10
    ]);
  });

  it("does not price a metric whose name is not known yet", () => {
    expect(unpriced(billed([filter({ ...errors, name: UNKNOWN }, "web")]))).toEqual([
      "metricTransformation.name is not known before the update",
    ]);
  });
});
