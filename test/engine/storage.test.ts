import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

interface Ledger {
  objects: { urn: string; type: string }[];
  operations: { op: string; urn: string }[];
}

const lifecycle = { noncurrentDays: 30 };
const buckets = {
  backups: {
    vendor: "s3",
    name: "shop-dev-backups",
    purpose: "backup",
    objectLock: { mode: "GOVERNANCE", days: 7 },
    replication: { name: "shop-dev-backups-copy", region: "ca-west-1" },
    lifecycle,
  },
  assets: { vendor: "s3", name: "shop-dev-assets", purpose: "assets", lifecycle },
  audit: {
    vendor: "s3",
    name: "shop-dev-audit",
    purpose: "audit",
    objectLock: { mode: "GOVERNANCE", days: 7 },
    lifecycle,
  },
};

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project, { storage: { buckets } });
});
afterAll(() => project.remove());

/** What stands in the sandbox cloud under the storage component, and what was done to it, in turn. */
async function storageLedger(): Promise<Ledger> {
  const asked = ["sandbox", "ledger", "--log", "--stack", stack, "--format", "json"];
  const { objects, operations } = JSON.parse((await project.run(asked)).stdout) as Ledger;
  const ours = ({ urn }: { urn: string }) => urn.includes("groundwork:storage:StorageBucket");
  return { objects: objects.filter(ours), operations: operations.filter(ours) };
}

async function changes(command: string): Promise<Record<string, number>> {
  const asked = [command, stack, "--sandbox", "--format", "json"];
  const { code, stdout, stderr } = await project.run(asked);
  expect({ code, stderr: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as { changes: Record<string, number> }).changes;
}

const namesOf = (objects: Ledger["objects"], type: string) =>
  objects.filter((it) => it.type === type).map(({ urn }) => urn.split("::").at(-1));

describe("buckets on the sandbox", () => {
  it("are made once, with lock and copy, changed by one provider call, and destroyed", async () => {
    await apply(project, stack);
    const made = await storageLedger();
    expect(namesOf(made.objects, "aws:s3/bucket:Bucket").sort()).toEqual([
      "storage-assets",
      "storage-audit",
      "storage-backups",
      "storage-backups-replica",
    ]);
    expect(
      namesOf(
        made.objects,
        "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
      ).sort(),
    ).toEqual([
      "storage-audit-object-lock",
      "storage-backups-object-lock",
      "storage-backups-replica-object-lock",
    ]);
    expect(namesOf(made.objects, "aws:s3/bucketReplicationConfig:BucketReplicationConfig")).toEqual(
      ["storage-backups-replication"],
    );
    expect(made.operations.map(({ op }) => op)).toEqual(made.objects.map(() => "create"));

    expect(Object.keys(await project.planned(stack))).toEqual(["same"]);

    const assets = { ...buckets.assets, lifecycle: { noncurrentDays: 31 } };
    addSmallStack(project, { storage: { buckets: { ...buckets, assets } } });
    await apply(project, stack);
    const { operations } = await storageLedger();
    expect(operations.slice(made.operations.length)).toMatchObject([
      { op: "update", urn: expect.stringMatching(/::storage-assets-lifecycle$/) as string },
    ]);

    await changes("destroy");
    expect((await storageLedger()).objects).toEqual([]);
  });
});
