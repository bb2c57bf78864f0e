import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../../core/resource";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* Prices: general knowledge, not verified; https://aws.amazon.com/backup/pricing/ fills its tables by script. */

const vault = declared("aws:backup/vault:Vault", "vault");
const bucket = declared("aws:s3/bucket:Bucket", "files");
const database = declared("aws:rds/instance:Instance", "database");

function selecting(...of: DeclaredResource[]): DeclaredResource {
  const selection = declared("aws:backup/selection:Selection", "selection", {});
  return { ...selection, propertyDependencies: { resources: of.map(({ urn }) => urn) } };
}

const kept = (bill: Parameters<typeof lines>[0]) =>
  lines(bill).filter((one) => one.startsWith("backup"));

describe("the price of AWS Backup", () => {
  const usage = { "backup.storedGb": 40, "backup.restoredGb": 10 };

  it("is what the vault keeps, by what is backed up", () => {
    // 40 × $0.05 of S3.
    expect(kept(billed([vault, bucket, selecting(bucket)], { usage }))).toEqual(["backup-s3 40 2"]);
    // 40 × $0.095 of RDS.
    expect(kept(billed([vault, database, selecting(database)], { usage }))).toEqual([
      "backup-rds-snapshot 40 3.8",
    ]);
  });

  it("tells it by an address too", () => {
    const selection = declared("aws:backup/selection:Selection", "selection", {
      resources: ["arn:aws:s3:::files"],
    });
    expect(kept(billed([vault, selection], { usage }))).toEqual(["backup-s3 40 2"]);
  });

  it("takes the dearest kind for all where there are several, and says so", () => {
    const bill = billed([vault, bucket, database, selecting(bucket, database)], { usage });
    expect(kept(bill)).toEqual(["backup-rds-snapshot 40 3.8"]);
    expect(bill.lines.flatMap(({ rests }) => rests)).toContain(
      "all of it at the dearest kind of backup taken",
    );
  });

  it("is not told where nothing says what is backed up", () => {
    expect(unpriced(billed([vault], { usage }))).toEqual([
      "what is backed up into it is not declared here",
    ]);
  });

  it("bills what tests of restoring bring back, and names what a test costs as unknown", () => {
    const plan = declared("aws:backup/restoreTestingPlan:RestoreTestingPlan", "tests");
    const bill = billed([plan], { usage });
    // 10 × $0.02.
    expect(total(bill)).toBe("0.2");
    expect(unpriced(bill)).toEqual([
      "AWS bills each restore test besides, and its price is not known here",
    ]);
  });

  it("has plans and selections for nothing", () => {
    const plan = declared("aws:backup/plan:Plan", "plan");
    expect(free(billed([plan, selecting()]))).toEqual([
      "what it backs up is paid where it is kept",
      "what it backs up is paid where it is kept",
    ]);
  });
});
