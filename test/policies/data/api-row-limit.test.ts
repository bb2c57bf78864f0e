import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { apiRowLimit as rule } from "../../../policies/rules/data/api-row-limit";
import { brief, judge, profile } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { max_rows: 1000 };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("api", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [{}, { max_rows: 1 }]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [{ max_rows: 1001 }, ["fail settings: api.max_rows: found 1001, wanted 1 to 1000"]],
    [{ max_rows: 0 }, ["fail settings: api.max_rows: found 0, wanted 1 to 1000"]],
    [{ max_rows: "10" }, ["fail settings: api.max_rows: found 10, wanted 1 to 1000"]],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("api", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with api.max_rows 1 to 1000",
    ]);
    expect(judge(rule, withSettings("storage", {}))[0]?.state).toBe("fail");
    expect(judge(rule, [project!, ...withSettings("api", "no block").slice(1)])[0]?.state).toBe(
      "fail",
    );
  });

  it("cannot tell while the block is not known", () => {
    expect(judge(rule, withSettings("api", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });

  it("allows fewer where the stack says so, and never more", () => {
    const asking = (maxRows: number) => profile({ rules: { "api-row-limit": { maxRows } } });
    const judgedBy = (maxRows: number, max_rows: number) =>
      judge(rule, [asking(maxRows), ...withSettings("api", { max_rows })])[0]?.state;
    expect(judgedBy(100, 101)).toBe("fail");
    expect(judgedBy(5000, 1001)).toBe("fail");
  });
});
