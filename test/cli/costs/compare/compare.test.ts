import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../../../../cli/commands/compare";
import type { ComparisonJson } from "../../../../cli/costs/compare/schema";
import { hostVendors } from "../../../../hosts";
import { serviceVendors } from "../../../../hosts/services";
import { type CostProject, exampleProject } from "../support";
import { spokenContext } from "../../support";

let project: CostProject;
let report: ComparisonJson;
beforeAll(async () => {
  project = exampleProject();
  report = JSON.parse((await compared(["dev"], ["hosting", "services"])).out) as ComparisonJson;
}, 240_000);
afterAll(() => project.remove());

async function compared(stacks: string[], choices: string[], against?: string) {
  const { context, out } = spokenContext({ cwd: project.folder, format: "json" });
  const flags = { set: [], verbose: false, sandbox: false, compare: choices };
  const given = { ...flags, ...(against !== undefined && { against }) };
  return { exitCode: await compare(context, stacks, given), out: out.join("\n") };
}

/** Requirement: COST-01, CONF-02 */
describe("groundwork estimate --compare of the example product", { timeout: 240_000 }, () => {
  it("has every vendor that a stack file may name", () => {
    const vendors = report.comparisons.map(({ axis, options }) => [
      axis,
      options.map(({ vendor }) => vendor),
    ]);
    expect(vendors).toEqual([
      ["hosting", hostVendors],
      ["services", serviceVendors],
    ]);
  });

  it("knows a price of every host, and finds what only Vercel does", () => {
    const [hosting] = report.comparisons;
    for (const option of hosting?.options ?? []) {
      if ("problems" in option) throw new Error(`${option.vendor}: ${option.problems.join("; ")}`);
      expect(Number(option.total.expected)).toBeGreaterThan(0);
      expect(option.gaps.length > 0).toBe(option.vendor !== "vercel");
      expect(option.isNow).toBe(option.vendor === "vercel");
    }
  });

  it("is nothing to what the stack costs now, for whoever does it now", () => {
    for (const { total, options } of report.comparisons) {
      const now = options.find((option) => "isNow" in option && option.isNow);
      expect(now).toMatchObject({ total, delta: { low: "0", expected: "0", high: "0" } });
    }
  });

  it("takes no --against beside it", async () => {
    await expect(compared(["dev"], ["hosting"], "file")).rejects.toThrow("--against beside it");
  });
});
