import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/*
 * $0.0012 a run, 100 free: https://aws.amazon.com/cloudwatch/pricing/. Each run is a call of a Lambda function:
 * $0.20 a million, $0.0000166667 a GB-second: https://aws.amazon.com/lambda/pricing/
 */

function canary(inputs: PropertyMap = {}) {
  return declared("aws:synthetics/canary:Canary", "health", {
    startCanary: true,
    schedule: { expression: "rate(5 minutes)" },
    runConfig: { memoryInMb: 960, timeoutInSeconds: 60 },
    ...inputs,
  });
}

const seconds = (figure: number) => ({ usage: { "alerts.canaryRunSeconds": figure } });

describe("the price of canaries", () => {
  it("counts runs by the schedule, and the function that each of them is", () => {
    const bill = billed([canary()], { ...seconds(20), share: 0 });
    expect(lines(bill)).toEqual([
      "cloudwatch-canary-run 8760 10.512", // 43,800 min / 5 × $0.0012
      "lambda-requests 0.00876 0.001752", // × $0.20
      "lambda-x86 164250 2.737505", // 8,760 × 20 s × 960/1,024 GB × $0.0000166667 = 2.737505475
    ]);
    expect(bill.lines[0]?.rests).toEqual(["runs 8760 times a month by rate(5 minutes)"]);
  });

  it("leaves an account 100 runs and what they compute", () => {
    // 10.512 − 100 × $0.0012; requests and 164,250 of 400,000 GB-seconds are free.
    expect(total(billed([canary()], seconds(20)))).toBe("10.392");
  });

  it.each([
    // 43,800 / 438 = 100 runs.
    ["rate(438 minutes)", "0"],
    // 43,800 / 437 = 100.228833 runs, less 100, × $0.0012 = 0.0002746.
    ["rate(437 minutes)", "0.000275"],
  ])("asks nothing for the first hundred: %s", (expression, expected) => {
    expect(total(billed([canary({ schedule: { expression } })]))).toBe(expected);
  });

  it("lets no run take longer than its timeout", () => {
    const [, , time] = billed([canary()], seconds(500)).lines;
    // 8,760 × 60 s × 0.9375 GB.
    expect(time?.quantity.expected.toString()).toBe("492750");
  });

  it("counts the runs until it stops by itself", () => {
    const schedule = { expression: "rate(1 hour)", durationInSeconds: 36_000 };
    // 10 of the month's 730 hours.
    expect(lines(billed([canary({ schedule })], { share: 0 }))[0]).toBe(
      "cloudwatch-canary-run 10 0.012",
    );
  });

  it.each([{ startCanary: false }, { startCanary: undefined }])(
    "is free while stopped: %j",
    (off) => {
      expect(free(billed([canary(off)]))).toEqual(["it is not started, and runs nothing"]);
    },
  );

  it("marks the price of another region: that of Canada is not known", () => {
    const [line] = billed([canary({ region: "ca-central-1" })], { share: 0 }).lines;
    expect([line?.price.sku, line?.standsIn]).toEqual(["cloudwatch-canary-run", "us-east-1"]);
  });

  it.each<[PropertyMap, string]>([
    [{ startCanary: UNKNOWN }, "startCanary is not known before the update"],
    [{ schedule: { expression: UNKNOWN } }, "schedule.expression is not known before the update"],
    [{ runConfig: UNKNOWN }, "runConfig.memoryInMb is not known before the update"],
    [{ schedule: { expression: "hourly" } }, "the schedule hourly cannot be counted"],
  ])("does not price what it cannot tell: %j", (inputs, reason) => {
    expect(unpriced(billed([canary(inputs)]))).toEqual([reason]);
  });
});
