import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { choiceOf } from "../../../../cli/costs/compare/axes";
import { type Comparison, gapsIn } from "../../../../cli/costs/compare/compared";
import { comparisonCsv } from "../../../../cli/costs/compare/csv";
import { comparisonJson } from "../../../../cli/costs/compare/json";
import { comparisonMarkdown } from "../../../../cli/costs/compare/markdown";
import { comparisonText } from "../../../../cli/costs/compare/text";
import { UserError } from "../../../../core/errors";
import { tokens } from "../../../../core/tokens";
import { always } from "../../../../cost/scenarios";
import { textOf } from "../../../config/support";
import { declared } from "../../../cost/stand-ins";

const comparison: Comparison = {
  stack: "prod",
  axis: "hosting",
  now: ["vercel"],
  total: always(100),
  options: [
    {
      vendor: "vercel",
      isNow: true,
      total: always(100),
      delta: always(0),
      gaps: [],
      notPriced: [],
      lines: [],
    },
    {
      vendor: "netlify",
      isNow: false,
      total: always("88.5"),
      delta: always("-11.5"),
      gaps: ["server-headers", "server-headers", "rate-limits"],
      lines: [],
      notPriced: ["web: a price | nobody knows"],
    },
    {
      vendor: "render",
      problems: [{ where: { path: "groundwork:hosting.framework" }, found: "nothing" }],
    },
  ],
};

const problemsOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return JSON.stringify(error.problems);
  }
  return "none";
};

/** Requirement: COST-01, CONF-02 */
describe("what is to be compared", () => {
  it("is a list of vendors, or all of them", () => {
    expect(choiceOf("hosting=netlify, vercel,netlify")).toEqual({
      axis: "hosting",
      vendors: ["netlify", "vercel"],
    });
    expect(choiceOf("services").vendors).toEqual(expect.arrayContaining(["fly", "render"]));
  });

  it.each([
    ["host=netlify", '"host\\"', "hosting, services"],
    ["hosting=netlfy", "netlfy", "did you mean netlify?"],
    ["=", "nothing", "hosting, services"],
  ])("refuses %s with what is allowed", (given, found, words) => {
    const told = problemsOf(() => choiceOf(given));
    expect(told).toContain(found.replaceAll('"', "").replaceAll("\\", ""));
    expect(told).toContain(words);
  });

  it("tells every vendor that nobody knows at once", () => {
    const told = problemsOf(() => choiceOf("hosting=one,two"));
    expect(told).toMatch(/one.*two/);
  });
});

describe("a comparison", () => {
  it("reads as a table, with the difference to now, and says what no sum says", () => {
    const text = comparisonText([comparison], false);
    expect(text.split("\n").slice(0, 5)).toEqual([
      "hosting of prod, now vercel",
      "vendor      low  expected    high  to now  gaps",
      "vercel   100.00    100.00  100.00     now     0",
      "netlify   88.50     88.50   88.50  -11.50     3",
      "netlify, not priced: web: a price | nobody knows",
    ]);
    expect(text).toContain("render is not possible: groundwork:hosting.framework");
    expect(text).not.toContain("lacks");
    expect(comparisonText([comparison], true)).toContain(
      "netlify lacks 2 × server-headers, rate-limits",
    );
  });

  it("is a table of Markdown, whose cells break nothing", () => {
    const lines = comparisonMarkdown([comparison]).split("\n");
    expect(lines).toContain("| netlify | 88.50 | 88.50 | 88.50 | -11.50 | 3 |");
    expect(lines.join()).toMatch(/- netlify, not priced: web: a price \\\| nobody knows/);
    expect(lines.find((line) => line.startsWith("- render is not possible"))).toBeDefined();
  });

  it("has a row for each vendor in a spreadsheet", () => {
    const rows = comparisonCsv([comparison]).split("\r\n");
    expect(rows[0]).toBe(
      "stack,axis,vendor,state,total_low_usd,total_expected_usd,total_high_usd,delta_low_usd,delta_expected_usd,delta_high_usd,gaps,notes",
    );
    expect(rows[1]).toBe("prod,hosting,vercel,now,100,100,100,0,0,0,0,");
    expect(rows[2]).toContain("possible,88.5,88.5,88.5,-11.5,-11.5,-11.5,3,");
    expect(rows[3]).toMatch(/^prod,hosting,render,refused,,,,,,,,/);
  });

  it("is exact for programs, and what its schema says", () => {
    const json = comparisonJson([comparison]);
    const schema = JSON.parse(textOf("schema/comparison.schema.json")) as object;
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
    expect(validate(json) ? [] : validate.errors).toEqual([]);
    expect(json.comparisons[0]?.options[1]).toMatchObject({
      delta: { low: "-11.5", expected: "-11.5", high: "-11.5" },
      gaps: ["server-headers", "server-headers", "rate-limits"],
    });
    expect(validate({ ...json, version: 2 })).toBe(false);
  });
});

describe("gaps", () => {
  it("are those of the site and of every service, and nothing else's", () => {
    const gap = (capability: string) => ({ capability, arg: "a", asked: "b" });
    const site = declared(tokens.hostedSite, "web-site", { gaps: [gap("rate-limits")] });
    const services = { hub: { gaps: [gap("several-regions")] }, worker: {} };
    const container = declared(tokens.containerService, "services", { services });
    const other = declared("aws:s3/bucket:Bucket", "b", { gaps: [gap("none")] });
    expect(gapsIn([site, container, other])).toEqual(["rate-limits", "several-regions"]);
    expect(gapsIn([declared(tokens.hostedSite, "web-site")])).toEqual([]);
  });
});
