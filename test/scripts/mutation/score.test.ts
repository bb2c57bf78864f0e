import { describe, expect, it } from "vitest";
import { scoresOf, table } from "../../../scripts/mutation/score.mjs";

const results = (family: string, ...statuses: string[]) =>
  statuses.map((status) => ({ fileName: `/sandbox/policies/rules/${family}/some.ts`, status }));

describe("the score of a mutation run", () => {
  it("is the share that tests notice, for each family and for all", () => {
    const rows = scoresOf([
      ...results("https", "Killed", "Survived", "NoCoverage", "Timeout"),
      ...results("data", "Killed", "Killed"),
    ]);
    expect(rows).toEqual([
      { family: "data", killed: 2, survived: 0, unreached: 0, score: 100 },
      { family: "https", killed: 2, survived: 1, unreached: 1, score: 50 },
      { family: "all", killed: 4, survived: 1, unreached: 1, score: (100 * 4) / 6 },
    ]);
  });

  it("counts neither text nor what is no program", () => {
    const rows = scoresOf(results("data", "Killed", "Ignored", "RuntimeError", "CompileError"));
    expect(rows.at(-1)).toEqual({
      family: "all",
      killed: 1,
      survived: 0,
      unreached: 0,
      score: 100,
    });
  });

  it("holds nothing against a run without mutants", () => {
    expect(scoresOf([])).toEqual([
      { family: "all", killed: 0, survived: 0, unreached: 0, score: 100 },
    ]);
  });

  it("is printed in columns, and cut rather than rounded up", () => {
    const almost = { family: "data", killed: 8499, survived: 1501, unreached: 0, score: 84.99 };
    expect(table([almost, { ...almost, family: "all" }])).toEqual([
      "family  killed  survived  unreached   score",
      "data      8499      1501          0  84.9 %",
      "all       8499      1501          0  84.9 %",
    ]);
  });
});
