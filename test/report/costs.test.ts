import { describe, expect, it } from "vitest";
import { reportedCosts } from "../../report/sections/costs";
import { writeMarkdown } from "../../report/writers/markdown";
import { estimateOf, line } from "../cli/costs/support";
import { reportOf } from "./situations";

const unsure = { ...line(0).price, confidence: "low" as const };

describe("the costs of a report", () => {
  const costs = reportedCosts(
    estimateOf([
      line("1.5", { component: "web", price: unsure }),
      line("-0.5", { component: "web", price: unsure, kind: "credit" }),
      line(7, { component: "web" }),
      line(3, { component: "db" }),
    ]),
    undefined,
  );

  it("say what of them is charged by prices of low confidence", () => {
    expect(costs.lowConfidenceUsd).toBe("1.5");
    const byComponent = costs.components.map((one) => [one.component, one.lowConfidenceUsd]);
    expect(byComponent).toEqual([
      ["web", "1.5"],
      ["db", undefined],
    ]);
    const sure = reportedCosts(estimateOf([line(3)]), 10);
    expect(sure).not.toHaveProperty("lowConfidenceUsd");
  });

  it("tell of it in the summary", () => {
    const summary = (of: typeof costs) => writeMarkdown({ ...reportOf("clean"), costs: of });
    expect(summary(costs)).toContain("; $1.50 by prices of low confidence).");
    expect(summary(reportedCosts(estimateOf([line(3)]), 10))).not.toContain("confidence");
  });
});
