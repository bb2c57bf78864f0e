import { describe, expect, it } from "vitest";
import { longestGapMinutes } from "../../../../policies/lib/recovery/cadence";

describe("the longest time between two runs", () => {
  it.each([
    ["* * * * *", 1],
    ["*/15 * * * *", 15],
    ["0/15 * * * *", 15],
    ["0 * * * *", 60],
    ["0,20 * * * *", 40],
    ["0,30 * * * *", 30],
    ["5/10 * * * *", 60],
    ["0-30 * * * *", 60],
    ["*/0 * * * *", 1],
    ["*/90 * * * *", 60],
    ["0 4 * * *", 1440],
    ["0 */6 * * *", 360],
    ["0 6,18 * * *", 720],
    ["0 18,6,7 * * *", 720],
    ["0 6,x * * *", 1440],
    ["0 4 * * 1", 10_080],
    ["0 4 * * 1,4", 5760],
    ["0 4 * * MON,THU", 10_080],
    ["0 4 1 * *", 43_920],
    ["0 4 1,16 * *", 23_040],
    ["0 4 */2 * *", 2880],
    ["0 4 1 6 *", 527_040],
    ["cron(0 5 * * ? *)", 1440],
    ["cron(0 5 ? * SUN *)", 10_080],
    ["cron(0 6 1 * ? *)", 43_920],
  ])("of %s is %d minutes", (expression, minutes) => {
    expect(longestGapMinutes(expression)).toBe(minutes);
  });

  it.each(["", "often", "0 4 * *", "cron(0 5 * * ? 2027)", "0 4 * * * * *", "rate(1 day)"])(
    "of %j cannot be told",
    (expression) => {
      expect(longestGapMinutes(expression)).toBeUndefined();
    },
  );
});
