import { describe, expect, it } from "vitest";
import { logGroupName, logMetrics, metricNamespace } from "../../core/log-metrics";

const all = Object.entries(logMetrics);

describe("metrics of log lines", () => {
  it.each(all)("%s reads from JSON lines what its value names", (_name, metric) => {
    expect(metric.pattern).toMatch(/^\{ \$\.[a-zA-Z]+ (=|>=) .+ \}$/);
    const field = /^\$\.([a-zA-Z]+)$/.exec(metric.value)?.[1];
    if (field) expect(metric.pattern).toBe(`{ $.${field} = * }`);
    else expect(metric.value).toBe("1");
  });

  it("are 0 while no line counts only where lines are counted", () => {
    const counted = all.filter(([, metric]) => "defaultValue" in metric);
    expect(counted.every(([, { value, unit }]) => value === "1" && unit === "Count")).toBe(true);
    expect(all.filter(([, { value }]) => value === "1")).toHaveLength(counted.length);
  });

  it("stand under the service, which has a log group of its own", () => {
    expect(metricNamespace("shop", "prod", "web")).toBe("shop/prod/web");
    expect(logGroupName("shop", "prod", "web")).toBe("/shop/prod/web");
  });
});
