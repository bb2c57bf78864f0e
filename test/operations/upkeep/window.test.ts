import { describe, expect, it } from "vitest";
import { minutesOf, windowAt } from "../../../operations/upkeep/window";

const open = (expression: string, duration: string, at: string, timezone?: string) =>
  windowAt([{ name: "w", expression, duration, timezone }], new Date(at)) !== undefined;

// Requirement: OPS-05
describe("a maintenance window", () => {
  // 2026-11-22 is a Sunday.
  it.each<[string, string, string, boolean]>([
    ["cron(0 7 * * 0)", "PT1H", "2026-11-22T06:59:59Z", false],
    ["cron(0 7 * * 0)", "PT1H", "2026-11-22T07:00:00Z", true],
    ["cron(0 7 * * 0)", "PT1H", "2026-11-22T07:59:59Z", true],
    ["cron(0 7 * * 0)", "PT1H", "2026-11-22T08:00:00Z", false],
    ["cron(0 7 * * 7)", "PT1H", "2026-11-22T07:30:00Z", true],
    ["cron(0 7 * * SUN)", "PT1H", "2026-11-22T07:30:00Z", true],
    ["cron(0 7 * * 1-5)", "PT1H", "2026-11-22T07:30:00Z", false],
    ["cron(0 7 22 * 1)", "PT1H", "2026-11-22T07:30:00Z", true],
    ["cron(*/15 * * * *)", "PT5M", "2026-11-22T07:34:00Z", true],
    ["cron(*/15 * * * *)", "PT5M", "2026-11-22T07:36:00Z", false],
    ["cron(0 23 * * 6)", "P1DT2H", "2026-11-22T23:30:00Z", true],
    ["at(2026-11-22T07:00)", "PT30M", "2026-11-22T07:29:00Z", true],
    ["at(2026-11-22T07:00)", "PT30M", "2026-11-22T07:30:00Z", false],
    ["cron(x y z)", "PT1H", "2026-11-22T07:00:00Z", false],
  ])("%s for %s at %s: %s", (expression, duration, at, wanted) => {
    expect(open(expression, duration, at)).toBe(wanted);
  });

  it("goes by the clock of its place", () => {
    expect(open("cron(0 2 * * 0)", "PT1H", "2026-11-22T07:30:00Z", "America/Toronto")).toBe(true);
    expect(open("cron(0 2 * * 0)", "PT1H", "2026-11-22T02:30:00Z", "America/Toronto")).toBe(false);
  });

  it("lasts as long as its duration says", () => {
    expect(["PT1H", "P1DT2H30M", "PT5M", "1 hour"].map(minutesOf)).toEqual([60, 1590, 5, 0]);
  });
});
