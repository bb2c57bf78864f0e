import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../../core/resource";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/s3/pricing/ for us-east-1. */

const bucket = (name: string, region: string) =>
  declared("aws:s3/bucket:Bucket", name, { bucket: name, region });
const source = bucket("backups", "us-east-1");
const copy = bucket("backups-copy", "us-west-2");
const near = bucket("backups-near", "us-east-1");

const copying = (to: string, more: PropertyMap = {}) =>
  declared("aws:s3/bucketReplicationConfig:BucketReplicationConfig", `to-${to}`, {
    bucket: "backups",
    rules: [{ destination: { bucket: `arn:aws:s3:::${to}`, ...more } }],
  });
const timed = { replicationTime: { status: "Enabled" } };

const usage = {
  "storage.storedGb": 0,
  "storage.writes": 0,
  "storage.reads": 0,
  "storage.egressGb": 0,
  "storage.replicatedGb": 100,
};

describe("the price of replication", () => {
  it("is what travels to another region", () => {
    // 100 GB × $0.02.
    expect(total(billed([source, copy, copying("backups-copy")], { usage }))).toBe("2");
  });

  it("adds what it costs to be there within 15 minutes", () => {
    // 100 GB × ($0.02 + $0.015).
    expect(total(billed([source, copy, copying("backups-copy", timed)], { usage }))).toBe("3.5");
  });

  it("is nothing within a region, but for the time control", () => {
    const bill = billed([source, near, copying("backups-near")], { usage });
    expect([total(bill), ...free(bill)]).toEqual(["0", "nothing leaves the region"]);
    expect(total(billed([source, near, copying("backups-near", timed)], { usage }))).toBe("1.5");
  });

  it("takes a bucket that the stack does not declare as one in another region, and says so", () => {
    const bill = billed([source, copying("elsewhere")], { usage });
    expect(total(bill)).toBe("2");
    expect(bill.lines.flatMap(({ rests }) => rests)).toContain(
      "the destination is not in this stack: taken as one in another region",
    );
  });

  it("is not told before the rules are known", () => {
    const unknown = declared("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "copying", {
      bucket: "backups",
      rules: UNKNOWN,
    });
    expect(unpriced(billed([unknown], { usage }))).toEqual([
      "rules is not known before the update",
    ]);
  });
});

describe("the price of a copy", () => {
  const used = {
    ...usage,
    "storage.storedGb": 100,
    "storage.writes": 1000,
    "storage.replicatedGb": 0,
  };

  it("holds and receives as much as its source, and takes no part of the others'", () => {
    const bill = billed([source, copy, copying("backups-copy")], { usage: used });
    const held = lines(bill).filter((line) => /storage|tier1/.test(line));
    // 100 × $0.023 and 1 × $0.005 each; us-east-1 stands in for us-west-2.
    expect(held).toEqual([
      "s3-requests-tier1 1 0.005",
      "s3-standard-storage 100 2.3",
      "s3-requests-tier1 1 0.005",
      "s3-standard-storage 100 2.3",
    ]);
  });

  it("is found by what its address was computed from", () => {
    const config: DeclaredResource = {
      ...copying("unknown"),
      inputs: { bucket: "backups", rules: [{ destination: { bucket: UNKNOWN } }] },
      propertyDependencies: { rules: [copy.urn] },
    };
    const bill = billed([source, copy, config], { usage: used });
    expect(lines(bill).filter((line) => line === "s3-standard-storage 100 2.3")).toHaveLength(2);
  });

  it("can be said itself", () => {
    const resources = { "backups-copy": { "storage.storedGb": 10 } };
    const bill = billed([source, copy, copying("backups-copy")], { usage: used, resources });
    expect(lines(bill)).toContain("s3-standard-storage 10 0.23");
  });

  it("is one of the two where they are copied to each other", () => {
    const back = declared("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "back", {
      bucket: "backups-copy",
      rules: [{ destination: { bucket: "arn:aws:s3:::backups" } }],
    });
    const bill = billed([source, copy, copying("backups-copy"), back], { usage: used });
    expect(lines(bill).filter((line) => line === "s3-standard-storage 100 2.3")).toHaveLength(2);
  });
});
