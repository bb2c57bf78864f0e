import { bucketsOn, purposeOf } from "../../lib/data/buckets";
import { judgeLocks, lockOptions } from "../../lib/data/object-lock";
import { awsControl } from "../../lib/data/references";
import { iso } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: STOR-04
export const backupBucketLocked = defineRule({
  id: "backup-bucket-locked",
  title: "Nobody deletes a backup before its time",
  why: "Ransomware and mistakes that reach the data reach its backups too, unless these are locked.",
  fix: "Set objectLock of the bucket to one of the allowed modes, for the tier's number of days or more.",
  severity: "high",
  topics: ["data", "recovery"],
  references: [awsControl("s3", "S3.15"), iso("A.8.13")],
  appliesTo: "stack",
  options: lockOptions,
  check: (stack, { options }) => {
    const backups = bucketsOn(stack).filter((bucket) => purposeOf(bucket) === "backup");
    return judgeLocks(stack, backups, options);
  },
});
