import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EstimateJson, StackJson } from "../../../cli/costs/schema";
import { stacks, textOf } from "../../config/support";
import { type CostProject, exampleProject } from "./support";

let project: CostProject;
let report: EstimateJson;
beforeAll(async () => {
  project = exampleProject();
  report = JSON.parse((await project.estimate([], {}, "json")).out) as EstimateJson;
}, 120_000);
afterAll(() => project.remove());

const of = (name: string) => report.stacks.find(({ stack }) => stack === name) as StackJson;
const scenarios = ["low", "expected", "high"] as const;
const sum = (numbers: readonly string[]) =>
  numbers.reduce((all, one) => all.plus(one), new Decimal(0));

/** Requirement: COST-01, COST-05 */
describe("groundwork estimate of the example product", { timeout: 120_000 }, () => {
  it("is what schema/estimate.schema.json says", () => {
    const schema = JSON.parse(textOf("schema/estimate.schema.json")) as object;
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...report, version: 2 })).toBe(false);
  });

  it("has every stack", () => {
    expect(report.stacks.map(({ stack }) => stack).sort()).toEqual([...stacks].sort());
  });

  it.each(stacks)(
    "sums the lines of %s to its total, low at most expected at most high",
    (stack) => {
      const { lines, total } = of(stack);
      for (const scenario of scenarios) {
        const all = sum(lines.map(({ monthlyUsd }) => monthlyUsd[scenario]));
        expect(all.toFixed()).toBe(total[scenario]);
      }
      const [low, expected, high] = scenarios.map((scenario) => new Decimal(total[scenario]));
      expect(low?.lte(expected ?? 0)).toBe(true);
      expect(expected?.lte(high ?? 0)).toBe(true);
    },
  );

  it.each(stacks)("prices nothing of %s at nothing that it does not know", (stack) => {
    const { notPriced, lines } = of(stack);
    const unknown = new Set(notPriced.map(({ resource, reason }) => `${resource} ${reason}`));
    expect(unknown.size).toBe(notPriced.length);
    expect(lines.filter(({ source }) => source === "")).toEqual([]);
  });

  it("counts what accounts are billed once in one stack", () => {
    const payers = report.stacks.filter(({ lines }) =>
      lines.some(({ resource, kind }) => resource.startsWith("account:") && kind === "fixed"),
    );
    expect(payers.map(({ stack }) => stack)).toEqual(["prod"]);
    const others = report.stacks.filter(({ stack }) => stack !== "prod");
    expect(others.map(({ countedElsewhere: { by } }) => by)).toEqual(others.map(() => "prod"));
  });

  it("ends with 1 where the expected sum is above the budget, and says so", async () => {
    const { exitCode, out } = await project.estimate(["prod"], {
      set: ["budget.monthlyUsd=2", "budget.awsUsd=1"],
    });
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^budget: .+: above$/m);
  });

  it("ends with 0 where a waiver lets the sum through, and says who does", async () => {
    const waiver = {
      rule: "estimate-within-budget",
      target: "profile",
      reason: "a fair in December doubles the use",
      owner: "platform-team",
      expires: "2026-12-15",
    };
    const { exitCode, out } = await project.estimate(["prod"], {
      set: ["database.size=large", `policy.waivers=${JSON.stringify([waiver])}`],
      against: "file",
    });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^budget: .+: above$/m);
    expect(out).toContain("until 2026-12-15 by platform-team: a fair in December doubles the use");
  });

  it("shows what another database size would cost, against the file as it is", async () => {
    const { out } = await project.estimate(["prod"], { set: ["database.size=large"] });
    expect(out).toContain("with database.size=large");
    const before = new Decimal(of("prod").total.expected).toFixed(2);
    expect(out.replaceAll(",", "")).toMatch(
      new RegExp(
        `^against the stack file as it is: \\$${before} → \\$.+ expected a month \\(\\+`,
        "m",
      ),
    );
    expect(textOf(path.join(project.folder, "Pulumi.prod.yaml"))).toBe(textOf("Pulumi.prod.yaml"));
  });

  it("compares a stack with another one", async () => {
    const { out } = await project.estimate(["staging"], { against: "stack:dev" }, "json");
    const [staging] = (JSON.parse(out) as EstimateJson).stacks;
    expect(staging?.change?.against).toBe("stack dev");
    expect(staging?.change?.total.before).toEqual(of("dev").total);
  });

  it("is in 60 lines for a pull request", async () => {
    for (const against of [undefined, "stack:dev"]) {
      const { out } = await project.estimate(
        [],
        against === undefined ? {} : { against },
        "markdown",
      );
      expect(out.split("\n").length).toBeLessThanOrEqual(60);
    }
  });

  it("has a cell for every column in every row of CSV", async () => {
    const { out } = await project.estimate([], {}, "csv");
    const cells = out
      .split("\r\n")
      .map((row) => row.replace(/"([^"]|"")*"/g, "").split(",").length);
    expect(new Set(cells).size).toBe(1);
  });
});
