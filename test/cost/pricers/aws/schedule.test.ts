import { describe, expect, it } from "vitest";
import { runsAMonth } from "../../../../cost/pricers/aws/schedule";

const runs = (expression: string) => runsAMonth(expression)?.toDecimalPlaces(4).toString();

/* A month is 730 hours, or 43,800 minutes, or 30.41667 days. */
describe("runs a month", () => {
  it.each([
    ["rate(5 minutes)", "8760"], // 43,800 / 5
    ["rate(1 hour)", "730"],
    ["rate(1 day)", "30.4167"],
    ["rate(0 minute)", "1"],
    ["at(2026-12-01T00:00:00)", "1"],
    ["cron(0 7 * * ? *)", "30.4167"], // once a day
    ["cron(0/15 * ? * * *)", "2920"], // 4 × 24 × 30.41667
    ["cron(*/5 8-18 ? * MON-FRI *)", "2867.8571"], // 12 × 11 × 30.41667 × 5/7
    ["cron(0 3 ? * SUN *)", "4.3452"], // 30.41667 / 7
    ["cron(0 0 1,15 * ? *)", "2"],
    ["cron(0 0 L * ? *)", "1"],
    ["cron(0 0 ? * MON#2 *)", "1"],
    ["cron(0 0 15W * ? *)", "1"],
    ["cron(0 0 ? * WED *)", "4.3452"],
    ["cron(0 0 1 JAN,JUL ? *)", "0.1667"], // twice a year
  ])("of %s: %s", (expression, expected) => {
    expect(runs(expression)).toBe(expected);
  });

  it.each([
    "",
    "every hour",
    "rate(five minutes)",
    "rate(5)",
    "cron(0 7 * *)",
    "cron(0 7 1 * MON *)",
    "cron(0 7 * * ? 2027)",
    "cron(0/0 7 * * ? *)",
    "cron(a 7 * * ? *)",
  ])("cannot be told of %j", (expression) => {
    expect(runs(expression)).toBeUndefined();
  });
});
