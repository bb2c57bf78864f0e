import { z } from "zod";
import { copiesOf } from "../../lib/recovery/bucket-copies";
import { backups, restorable } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass } from "../../rule";

export const protectedBucketsCopied = defineRule({
  id: "protected-buckets-copied",
  title: "Every protected bucket is copied, or locked against deletion",
  why: "A bucket that is protected holds what nobody can make again, and protection from Pulumi alone stops neither a slip in the console nor a thief.",
  fix: "Add the bucket to groundwork:recovery.backups.buckets, give it a replication, or lock its objects.",
  severity: "high",
  topics: ["recovery", "data"],
  references: [...backups, restorable],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const buckets = stack.ofType(providerTypes.awsBucket).filter((bucket) => bucket.protect);
    if (buckets.length === 0) return notApplicable("no bucket on S3 is protected");
    return buckets.map((bucket): Answer => {
      const { plans, replications } = copiesOf(stack, bucket);
      const means = {
        "a backup plan": plans,
        "a replication": replications,
        "the bucket that it is a copy of": stack.dependents(
          bucket,
          providerTypes.awsReplication,
          "rules",
        ),
        "an object lock": stack.dependents(bucket, providerTypes.awsObjectLock, "bucket"),
      };
      const found = Object.entries(means).flatMap(([name, by]) => (by.length > 0 ? [name] : []));
      const evidence = {
        urn: bucket.urn,
        wanted: "a backup plan, a replication or an object lock",
      };
      return found.length > 0 ? pass({ ...evidence, found }) : fail({ ...evidence, found: null });
    });
  },
});
