import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, several, total, unpriced } from "./bill";

/*
 * us-east-1: $0.50 a GB taken in, $0.03 a GB-month kept, $0.005 a GB scanned, 5 GB of each free. Kept: 15 % of what comes in.
 * https://aws.amazon.com/cloudwatch/pricing/
 */

function group(inputs: PropertyMap, name = "web") {
  return declared("aws:cloudwatch/logGroup:LogGroup", name, inputs);
}

const used = (ingested: number, scanned = 0) => ({
  usage: { "logs.ingestedGb": ingested, "logs.scannedGb": scanned },
});

describe("the price of log groups", () => {
  it("adds up what comes in, what is kept and what is read", () => {
    const bill = billed([group({ retentionInDays: 365 })], { ...used(20, 100), share: 0 });
    expect(lines(bill)).toEqual([
      "cloudwatch-logs-ingest 20 10", // 20 × $0.50
      "cloudwatch-logs-insights 100 0.5", // 100 × $0.005
      "cloudwatch-logs-storage 36.5 1.095", // 20 × 365/30 × 0.15 = 36.5 GB × $0.03
    ]);
    expect(bill.lines[2]?.rests).toEqual([
      "logs.ingestedGb",
      "kept for 365 days, compressed to 15 %",
    ]);
  });

  it("takes 5 GB of each off an account's bill", () => {
    // 10 + 0.5 + 1.095 = 11.595; less 5 × 0.50, 5 × 0.005 and 5 × 0.03 = 2.675.
    expect(total(billed([group({ retentionInDays: 365 })], used(20, 100)))).toBe("8.92");
  });

  it.each([
    // What is kept of so little, 0.15 × 1/30 of it, is free as well.
    [4.99, "0"],
    [5, "0"],
    // 0.01 GB × $0.50.
    [5.01, "0.005"],
  ])("asks nothing for the first 5 GB: %d", (ingested, expected) => {
    expect(total(billed([group({ retentionInDays: 1 })], used(ingested)))).toBe(expected);
  });

  it("is half as dear in the class of infrequent access, with nothing free", () => {
    const inputs = { logGroupClass: "INFREQUENT_ACCESS", retentionInDays: 30 };
    // 10 × $0.25; 10 × 1 × 0.15 GB kept are free.
    expect(total(billed([group(inputs)], used(10)))).toBe("2.5");
  });

  it.each([{}, { retentionInDays: 0 }])(
    "reckons with a year where nothing expires: %j",
    (inputs) => {
      const [, , stored] = billed([group(inputs)], { ...used(20), share: 0 }).lines;
      expect(stored?.quantity.expected.toString()).toBe("36.5");
      expect(stored?.rests[1]).toBe("kept for ever: reckoned with a year, compressed to 15 %");
    },
  );

  it("divides the stack's logs among its groups, but for those with figures of their own", () => {
    const groups = several(3, (name) => group({ retentionInDays: 30 }, name));
    const bill = billed(groups, {
      ...used(12),
      resources: { "one-000000": { "logs.ingestedGb": 40 } },
      share: 0,
    });
    const takenIn = lines(bill).filter((line) => line.startsWith("cloudwatch-logs-ingest"));
    expect(takenIn).toEqual([
      "cloudwatch-logs-ingest 40 20",
      "cloudwatch-logs-ingest 6 3",
      "cloudwatch-logs-ingest 6 3",
    ]);
  });

  it("marks the price of another region", () => {
    const bill = billed([group({ region: "eu-north-1" })], { share: 0 });
    expect(bill.lines.map(({ standsIn }) => standsIn)).toEqual([
      "us-east-1",
      "us-east-1",
      "us-east-1",
    ]);
  });

  it.each<[PropertyMap, string]>([
    [{ retentionInDays: UNKNOWN }, "retentionInDays is not known before the update"],
    [{ logGroupClass: UNKNOWN }, "logGroupClass is not known before the update"],
    [{ logGroupClass: "DELIVERY" }, "no price of the class DELIVERY is known here"],
  ])("does not price what it cannot tell: %j", (inputs, reason) => {
    expect(unpriced(billed([group(inputs)]))).toEqual([reason]);
  });

  it("asks nothing for saved queries", () => {
    const query = declared("aws:cloudwatch/queryDefinition:QueryDefinition", "errors");
    expect(free(billed([query]))).toEqual(["what is logged and read is paid with the log groups"]);
  });
});
