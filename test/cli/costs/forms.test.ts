import { describe, expect, it } from "vitest";
import type { BillInput } from "../../../cli/costs/bill";
import { stackBill, type StackBill } from "../../../cli/costs/bill";
import { billCsv } from "../../../cli/costs/csv";
import { billJson } from "../../../cli/costs/json";
import { billMarkdown } from "../../../cli/costs/markdown";
import { estimateSchema } from "../../../cli/costs/schema";
import { billText } from "../../../cli/costs/text";
import type { CostLine, Estimate } from "../../../cost/model";
import { always } from "../../../cost/scenarios";
import { sums } from "../../../cli/costs/difference";
import { increaseState } from "../../../cli/costs/increase";
import { decimal, estimateOf, line } from "./support";
import { costs } from "../../cost/stand-ins";

interface Besides {
  before?: readonly CostLine[];
  results?: BillInput["results"];
}

/** A bill of these lines, against a budget of 10 dollars. */
function bill(
  lines: readonly CostLine[],
  { before, results = [], ...over }: Partial<Estimate> & Besides = {},
): StackBill {
  const estimate = estimateOf(lines, over);
  const stack: BillInput = {
    stack: "dev",
    budget: { monthlyUsd: 10, owner: "platform-team" },
    costed: { stack: "dev", tier: "dev", resources: [], costs: costs({ countedBy: "prod" }) },
    estimate,
    results,
  };
  const other = before && { name: "git:main", estimate: estimateOf(before) };
  return stackBill(stack, { set: [], before: other });
}

const low = (sku: string) =>
  ({ ...line(0).price, sku, item: "Unsure", confidence: "low" }) as const;
const account = { resource: "account:aws", component: "aws" };
const unpriced = {
  resource: "urn:pulumi:dev::shop::aws:rds/instance:Instance::db",
  component: "db",
  type: "aws:rds/instance:Instance",
  notPriced: "no price of its type is known here",
};
const rows = (csv: string) => csv.split("\r\n").map((row) => row.split(","));

describe("a bill as text", () => {
  const full = bill(
    [
      line("1.5", { component: "cheap" }),
      line("4", { component: "dear", kind: "usage", rests: ["storage.storedGb", "once a day"] }),
      line("2", { component: "dear", price: low("unsure"), standsIn: "us-east-1" }),
      line("-0.5", { ...account, kind: "allowance" }),
    ],
    { notPriced: [unpriced], elsewhere: ["plan of Vercel"] },
  );

  it("has components from the dearest on, accounts last, and the total of all", () => {
    const text = billText([full], false);
    const at = ["dear ", "cheap ", "account aws ", "total "].map((name) =>
      text.search(new RegExp(`^${name}`, "m")),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(text).toMatch(/^total +7\.00 +7\.00 +7\.00$/m);
    expect(text).toContain("free units: Thing");
  });

  it("marks what is by use, of low confidence or of another region, and explains the marks", () => {
    const text = billText([full], false);
    expect(text).toMatch(/^ {2}Thing \* +4\.00/m);
    expect(text).toMatch(/^ {2}Unsure \?\^ +2\.00/m);
    for (const mark of ["*", "?", "^"]) expect(text).toContain(`\n${mark} `);
    expect(billText([bill([line(1)])], false)).not.toContain("\n* ");
  });

  it("says what is unsure, not priced, and counted by another stack", () => {
    const text = billText([full], false);
    expect(text).toContain("prices of low confidence: $2.00 of $7.50 charged (26.7 %)");
    expect(text).toContain("not priced: 1 of 2 resources");
    expect(text).toContain("1 × aws Instance: no price of its type is known here (db)");
    expect(text).toContain("counted by prod: plan of Vercel");
  });

  it("shows with verbose how each line comes about and what it rests on", () => {
    const text = billText([full], true);
    expect(text).toContain("aws Bucket files: Thing *, 4 × $1 a thing-month");
    expect(text).toMatch(/storage\.storedGb: .+ GB kept, assumed for tier dev\./);
    expect(text).toContain("\n  once a day");
    expect(billText([full], false)).not.toContain("once a day");
  });

  it("says where the budget stands: a cent above is above", () => {
    expect(billText([bill([line("10")])], false)).toContain(
      "budget: $10.00 of $10.00 a month (100 %), owner platform-team: within",
    );
    expect(billText([bill([line("10.004999")])], false)).toContain("owner platform-team: within");
    expect(billText([bill([line("10.005")])], false)).toContain("owner platform-team: above");
  });
});

describe("the largest increase of one update", () => {
  const by = (before: string, after: string) =>
    increaseState({ maxUsd: 100, maxPercent: 50 }, sums(always(before), always(after))).state;

  it.each([
    ["200", "300", "within"],
    ["200", "300.004999", "within"],
    ["200", "300.005", "above"],
    ["1000", "1100", "within"],
    ["1000", "1100.01", "above"],
    ["10", "15", "within"],
    ["10", "15.01", "above"],
    ["1000", "1", "within"],
  ])("of $100 and 50 %%, from %s to %s, is %s", (before, after, state) => {
    expect(by(before, after)).toBe(state);
  });

  it("is told with the difference", () => {
    const increase = { usd: decimal(100), percent: decimal(50), state: "above" } as const;
    const above = { ...bill([line(3)], { before: [line(1)] }), increase };
    const told = "largest increase of one update: $100.00 and 50 %: above";
    expect(billText([above], false)).toContain(`\n  ${told}\n`);
    expect(billMarkdown([above])).toContain(told);
    expect(estimateSchema.parse(billJson([above])).stacks[0]?.change?.allowedIncrease).toEqual({
      usd: "100",
      percent: "50",
      state: "above",
    });
  });
});

describe("a bill as CSV", () => {
  it("has a head, a row for each line, and one without a sum for what is not priced", () => {
    const [head, first, second, ...rest] = rows(
      billCsv([bill([line("1.5")], { notPriced: [unpriced] })]),
    );
    expect(rest).toEqual([]);
    expect(first).toHaveLength(head?.length ?? 0);
    expect(second).toHaveLength(head?.length ?? 0);
    const cell = (row: readonly string[] | undefined, name: string) =>
      row?.[head?.indexOf(name) ?? -1];
    expect(cell(first, "expected_usd")).toBe("1.5");
    expect(cell(second, "kind")).toBe("not-priced");
    expect(cell(second, "expected_usd")).toBe("");
    expect(cell(second, "assumptions")).toBe("no price of its type is known here");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])(
    "takes no text for a formula: %j",
    (item) => {
      const csv = billCsv([bill([line(1, { price: { ...line(0).price, item } })])]);
      expect(csv).toContain(`'${item}`);
    },
  );

  it("leaves numbers below zero numbers", () => {
    expect(billCsv([bill([line("-1.5", { kind: "credit" })])])).toContain(",-1.5,-1.5,-1.5,");
  });

  it("quotes what would end a cell", () => {
    const csv = billCsv([bill([line(1, { component: 'a "b", c' })])]);
    expect(csv).toContain('"a ""b"", c"');
  });

  it("has the differences where there is another side", () => {
    const [head, first] = rows(billCsv([bill([line(3)], { before: [line(1)] })]));
    expect(first).toHaveLength(head?.length ?? 0);
    expect(first?.slice(0, 3)).toEqual(["dev", "git:main", "changed"]);
    expect(first?.slice(-3)).toEqual(["2", "2", "2"]);
  });
});

describe("a bill as Markdown", () => {
  const many = Array.from({ length: 100 }, (_, at) => line(at + 1, { component: `part-${at}` }));
  const lists = Array.from({ length: 100 }, (_, at) => ({
    ...unpriced,
    type: `aws:x/x${at}:X${at}`,
  }));

  it.each([1, 3, 6, 40])(
    "is no longer than 60 lines, with %i stacks of 100 components",
    (count) => {
      for (const before of [undefined, []] as const) {
        const one = bill(many, { notPriced: lists, ...(before && { before }) });
        const lines = billMarkdown(Array.from({ length: count }, () => one)).split("\n");
        expect(lines.length).toBeLessThanOrEqual(count > 50 ? count : 60);
      }
    },
  );

  it("folds the details, and counts what it leaves out", () => {
    const text = billMarkdown([bill(many)]);
    expect(text).toContain("<details><summary>dev: ");
    expect(text).toMatch(/^\| and \d+ more \|/m);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it("shows what is above its budget and what changes", () => {
    const text = billMarkdown([bill([line(12)], { before: [line(2)] })]);
    expect(text).toContain("| dev | 12.00 | 12.00 | 12.00 | +10.00 | **above**: ");
    expect(text).toContain("| `~` | files | Thing | 2.00 → 12.00 (+10.00) |");
  });

  it("is text where a name looks like HTML or a cell's end", () => {
    const text = billMarkdown([bill([line(1, { component: "<b>|x" })])]);
    expect(text).toContain("| &#60;b&#62;\\|x |");
  });

  it("mentions nobody and links nowhere, whoever gave a name", () => {
    const hostile = "@everyone [x](javascript:alert(1)) `code` </details><script> \u202Eabc";
    const text = billMarkdown([
      {
        ...bill([line(12, { component: hostile })], {
          before: [line(2, { component: hostile })],
          notPriced: [{ ...unpriced, notPriced: hostile }],
        }),
        stack: hostile,
        set: [hostile],
      },
      bill([line(1, { component: hostile })]),
    ]);
    expect(text).not.toContain("@everyone");
    expect(text).not.toContain("\u202E");
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toMatch(/<(?!\/?(details|summary)>|br>)/);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });
});

describe("what the rules about estimates find", () => {
  const waived = bill([line("12")], {
    results: [
      {
        rule: "estimate-within-budget",
        state: "fail",
        urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
        level: "mandatory",
        severity: "high",
        message: "$12.00 a month is expected",
        waiver: { index: 0, reason: "a fair", owner: "platform-team", expires: "2026-12-31" },
      },
    ],
  });

  it("is told in every form that tells of rules, with its waiver", () => {
    expect(billText([waived], false)).toContain("until 2026-12-31 by platform-team: a fair");
    expect(billMarkdown([waived])).toContain(
      "`estimate-within-budget` (waived until 2026\\-12\\-31)",
    );
    expect(billJson([waived]).stacks[0]?.findings).toMatchObject([
      { rule: "estimate-within-budget", waiver: { owner: "platform-team" } },
    ]);
  });
});

describe("a bill as JSON", () => {
  it("is what its schema says, and exact", () => {
    const json = billJson([
      bill([line("0.1"), line("0.2", account)], { before: [], notPriced: [unpriced] }),
    ]);
    expect(estimateSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    expect(json.stacks[0]?.total.expected).toBe("0.3");
    expect(json.stacks[0]?.change?.total.delta.expected).toBe("0.3");
  });
});
