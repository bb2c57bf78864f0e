import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import type { PlacedResult } from "../../core/placed-result";
import { estimateWithinBudget as rule } from "../../policies/rules/budget/estimate-within-budget";
import { buildReport } from "../../report/build";
import type { Report } from "../../report/model";
import { writeCsv } from "../../report/writers/csv";
import { writeHtml } from "../../report/writers/html";
import { writeJson } from "../../report/writers/json";
import { writeJunit } from "../../report/writers/junit";
import { writeMarkdown } from "../../report/writers/markdown";
import { writeSarif } from "../../report/writers/sarif";
import { situations } from "./situations";

const input = situations["clean"] as (typeof situations)[string];
const [stack] = input.resources;
const message = "912.40 USD a month is expected, wanted at most 800.00 USD";
const waiver = {
  index: 0,
  rule: rule.id,
  target: "profile",
  reason: "A fair in December doubles the use",
  owner: "platform-team",
  expires: "2026-12-15",
};
const found: PlacedResult = {
  rule: rule.id,
  state: "fail",
  urn: stack?.urn ?? "",
  level: "mandatory",
  severity: rule.severity,
  message,
  waiver,
};

const report = buildReport({
  ...input,
  rules: [...input.rules, { ...rule, family: "budget" }],
  results: [...input.results, found],
  waivers: [waiver],
});
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const cells = (row: string): string[] => row.match(/"(?:[^"]|"")*"|[^,"]+|(?<=,)(?=,|$)/g) ?? [];

/** What each form says of it: in the words that its readers know. */
const forms: Readonly<Record<string, () => void>> = {
  JSON: () => {
    const { verdict, counts, results, waivers } = JSON.parse(writeJson(report)) as Report;
    expect([verdict, counts.waived, counts.fail]).toEqual(["clean", 1, 0]);
    const [result] = results.filter((one) => one.rule === rule.id);
    const { rule: id, owner, reason, expires } = waiver;
    expect(result).toMatchObject({
      message,
      waiver: { owner, reason },
    });
    expect(waivers).toMatchObject([{ rule: id, owner, reason, expires, covers: [result?.id] }]);
  },
  HTML: () => {
    const text = plain(writeHtml(report));
    expect(text).toContain(message);
    for (const part of [waiver.reason, waiver.owner, waiver.expires]) expect(text).toContain(part);
  },
  SARIF: () => {
    const { runs } = JSON.parse(writeSarif(report)) as Log;
    const [result] = runs[0]?.results?.filter(({ ruleId }) => ruleId === rule.id) ?? [];
    expect(result?.message.text).toContain(message);
    expect(result?.suppressions).toEqual([
      {
        kind: "external",
        status: "accepted",
        justification: `${waiver.reason} (platform-team, until 2026-12-15)`,
      },
    ]);
  },
  JUnit: () => {
    const [suites = ""] = /<testsuites [^>]*>/.exec(writeJunit(report)) ?? [];
    expect(suites).toContain(`failures="0"`);
    expect(writeJunit(report)).toContain(
      `<skipped message="waived until 2026-12-15 by platform-team: ${waiver.reason}"/>`,
    );
  },
  CSV: () => {
    const [head = [], ...rows] = writeCsv(report).replace("\uFEFF", "").split("\r\n").map(cells);
    const own = rows.filter((row) => row[head.indexOf("rules")]?.split(" ").includes(rule.id));
    const said = own.map((row) => ["fail", "waived"].map((name) => row[head.indexOf(name)]));
    expect(said).toEqual([["0", "1"]]);
  },
  Markdown: () => {
    const text = writeMarkdown(report);
    expect(text).toContain("1 waived");
    expect(text).toContain(`| \`${rule.id}\` | 1 | platform\\-team | 2026\\-12\\-15 `);
    expect(text).toContain(waiver.reason);
  },
};

// Requirement: COST-01
describe("a waiver of an estimate above its budget", () => {
  it.each(Object.keys(forms))("is told in %s, and nothing fails", (form) => forms[form]?.());
});
