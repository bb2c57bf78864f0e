import { describe, expect, it } from "vitest";
import { operationRecord, resultOf, type StepResult } from "../../operations/record";

const steps = (...results: StepResult[]) => results.map((result) => ({ result }));

describe("an operation's result", () => {
  it.each<[string, StepResult[], string]>([
    ["the worst of its steps", ["done", "finding", "failed", "skipped"], "failed"],
    ["a refusal before a finding", ["finding", "refused"], "refused"],
    ["done where some steps could not be run", ["done", "skipped"], "done"],
    ["a finding where none could be run", ["skipped", "skipped"], "finding"],
    ["done where nothing was to do", [], "done"],
  ])("is %s", (_what, results, result) => expect(resultOf(steps(...results))).toBe(result));
});

describe("a record", () => {
  it("holds nothing that no reader knows", () => {
    const known = { at: "2026-11-21T12:00:00Z", operation: "drift", stack: "prod", by: "ada" };
    const whole = { ...known, dryRun: false, result: "done", seconds: 1, steps: [] };
    expect(operationRecord.safeParse(whole).success).toBe(true);
    expect(operationRecord.safeParse({ ...whole, password: "x" }).success).toBe(false);
    expect(operationRecord.safeParse({ ...whole, at: "yesterday" }).success).toBe(false);
  });
});
