import type { DeclaredResource } from "../../../core/resource";
import { bucketsOn, purposeOf } from "../../lib/data/buckets";
import { judgeLocks, lockOptions } from "../../lib/data/object-lock";
import { awsControl } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { readText } from "../../lib/text";
import { defineRule } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: COMP-07
export const auditBucketLocked = defineRule({
  id: "audit-bucket-locked",
  title: "Nobody deletes or changes a record of the audit trail before its time",
  why: "Whoever breaks in deletes the records of it first, and what can be deleted proves nothing to an auditor.",
  fix: "Set objectLock of the bucket to one of the allowed modes, for the tier's number of days or more.",
  severity: "high",
  topics: ["data", "audit"],
  references: [awsControl("s3", "S3.15"), iso("A.5.33")],
  appliesTo: "stack",
  options: lockOptions,
  check: (stack, { options }) => {
    const trails = trailBuckets(stack);
    const isAudit = (bucket: DeclaredResource) => purposeOf(bucket) === "audit" || trails(bucket);
    return judgeLocks(stack, bucketsOn(stack).filter(isAudit), options);
  },
});

/** Whether a trail of CloudTrail writes to a bucket, by its name or by an output of it. */
function trailBuckets(stack: StackView): (bucket: DeclaredResource) => boolean {
  const names = stack
    .ofType(providerTypes.awsTrail)
    .map(({ inputs }) => readText(inputs, ["s3BucketName"]));
  return (bucket) =>
    stack.dependents(bucket, providerTypes.awsTrail, "s3BucketName").length > 0 ||
    names.some((name) => name !== undefined && name === readText(bucket.inputs, ["bucket"]));
}
