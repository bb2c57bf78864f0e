import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total } from "./bill";

/* Prices: https://aws.amazon.com/s3/pricing/ for us-east-1. */

const bucketType = "aws:s3/bucket:Bucket";
const bucket = (name = "assets", inputs: PropertyMap = {}) =>
  declared(bucketType, name, { bucket: name, ...inputs });

const nothing = {
  "storage.storedGb": 0,
  "storage.writes": 0,
  "storage.reads": 0,
  "storage.egressGb": 0,
  "storage.transitions": 0,
};
const paid = (usage: Record<string, number>) => ({ usage: { ...nothing, ...usage } });

/** Lines that cost something. */
const dear = (bill: Parameters<typeof lines>[0]) => lines(bill).filter((line) => !/ 0$/.test(line));

describe("the price of a bucket", () => {
  it("is what it holds and what it is asked", () => {
    // 100 GB × $0.023 = $2.30; 20,000 writes ÷ 1,000 × $0.005 = $0.10; 500,000 reads ÷ 1,000 × $0.0004 = $0.20.
    const usage = { "storage.storedGb": 100, "storage.writes": 20_000, "storage.reads": 500_000 };
    expect(total(billed([bucket()], paid(usage)))).toBe("2.6");
  });

  it.each([
    // 51,200 GB × $0.023.
    [51_200, "1177.6"],
    // The last 0.01 GB at $0.022.
    [51_200.01, "1177.60022"],
    // 51,200 × 0.023 + 460,800 × 0.022.
    [512_000, "11315.2"],
    // And 0.01 GB at $0.021.
    [512_000.01, "11315.20021"],
  ])("falls beyond 50 TB and beyond 500 TB: %d GB", (stored, expected) => {
    expect(total(billed([bucket()], paid({ "storage.storedGb": stored })))).toBe(expected);
  });

  it.each([
    // All of the 100 GB that AWS gives an account.
    [100, "0"],
    // 0.01 GB × $0.09.
    [100.01, "0.0009"],
    // 10,240 × $0.09 less the free 100 × $0.09.
    [10_240, "912.6"],
    // The last 0.01 GB at $0.085.
    [10_240.01, "912.60085"],
  ])("leaves 100 GB that go out free: %d GB", (egress, expected) => {
    expect(total(billed([bucket()], paid({ "storage.egressGb": egress })))).toBe(expected);
  });

  it("stands in, marked, for a region whose price of a class is not known", () => {
    const far = bucket("far", { region: "eu-central-1" });
    const bill = billed([far], paid({ "storage.storedGb": 10 }));
    expect(bill.lines.map(({ standsIn }) => standsIn)).toContain("us-east-1");
    const canadian = bucket("near", { region: "ca-central-1" });
    const [line] = billed([canadian], paid({ "storage.storedGb": 10 })).lines;
    // 10 × $0.025.
    expect(line?.standsIn).toBeUndefined();
    expect(total(billed([canadian], paid({ "storage.storedGb": 10 })))).toBe("0.25");
  });

  it("has its settings and objects for nothing", () => {
    const settings = ["bucketPolicy:BucketPolicy", "bucketVersioning:BucketVersioning"];
    const file = declared("aws:s3/bucketObjectv2:BucketObjectv2", "script", {});
    const bill = billed([...settings.map((one) => declared(`aws:s3/${one}`, one)), file]);
    expect(free(bill)).toEqual([
      "a setting of a bucket",
      "a setting of a bucket",
      "one write and some bytes, which are in the bucket's use",
    ]);
    expect(bill.lines).toEqual([]);
  });
});

const rules = (inputs: PropertyMap) =>
  declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules", {
    bucket: "assets",
    ...inputs,
  });
const rule = (more: PropertyMap) => ({ rules: [{ status: "Enabled", filter: {}, ...more }] });
const moved = { transitions: [{ days: 100, storageClass: "GLACIER_IR" }] };

describe("the price of a bucket with lifecycle rules", () => {
  const stored = paid({ "storage.storedGb": 400 });

  it("is spread over the classes by the days spent in each", () => {
    const kept = rules(rule({ ...moved, expiration: { days: 400 } }));
    const bill = billed([bucket(), kept], stored);
    // 100 of 400 days: 100 GB × $0.023 = $2.30. 300 of 400: 300 GB × $0.004 = $1.20.
    expect(dear(bill).sort()).toEqual([
      "s3-glacier-ir-storage 300 1.2",
      "s3-standard-storage 100 2.3",
    ]);
    expect(bill.lines.find(({ price }) => price.sku === "s3-standard-storage")?.rests).toEqual([
      "storage.storedGb",
      "written evenly: of 400 days 100 in STANDARD, 300 in GLACIER_IR",
    ]);
  });

  it("reckons with a year in the last class where nothing is deleted", () => {
    const bill = billed([bucket(), rules(rule(moved))], paid({ "storage.storedGb": 465 }));
    // 100 of 465 days: 100 × $0.023 = $2.30; 365 of 465: 365 × $0.004 = $1.46.
    expect(total(bill)).toBe("3.76");
  });

  it("passes from class to class", () => {
    const twice = {
      transitions: [
        { days: 30, storageClass: "STANDARD_IA" },
        { days: 130, storageClass: "DEEP_ARCHIVE" },
      ],
      expiration: { days: 400 },
    };
    const bill = billed([bucket(), rules(rule(twice))], stored);
    // 30 × $0.023 + 100 × $0.0125 + 270 × $0.00099 = 0.69 + 1.25 + 0.2673.
    expect(total(bill)).toBe("2.2073");
  });

  it.each<[string, PropertyMap]>([
    ["are switched off", { rules: [{ status: "Disabled", ...moved }] }],
    [
      "are about a part of it",
      { rules: [{ status: "Enabled", filter: { prefix: "logs/" }, ...moved }] },
    ],
    ["delete before they move", rule({ ...moved, expiration: { days: 100 } })],
    ["are not known before the update", { rules: UNKNOWN }],
  ])("is that of the standard class where the rules %s", (_, inputs) => {
    // 400 × $0.023.
    expect(total(billed([bucket(), rules(inputs)], stored))).toBe("9.2");
  });

  it("bills each move", () => {
    const bill = billed(
      [bucket(), bucket("other"), rules(rule(moved))],
      paid({ "storage.transitions": 10_000 }),
    );
    // 10,000 ÷ 1,000 × $0.02, all of it by the one bucket whose objects move.
    expect(dear(bill)).toEqual(["s3-transitions-glacier-ir 10 0.2"]);
  });
});
