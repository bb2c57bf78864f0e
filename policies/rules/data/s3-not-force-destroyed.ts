import { z } from "zod";
import { bucketTypes, isReproducible } from "../../lib/data/buckets";
import { judgeProperty } from "../../lib/judge-property";
import { iso } from "../../lib/references";
import { defineRule, notApplicable } from "../../rule";

export const s3NotForceDestroyed = defineRule({
  id: "s3-not-force-destroyed",
  title: "A bucket on S3 with objects in it cannot be destroyed",
  why: "With forceDestroy, taking a bucket out of the program deletes every object and every version in it.",
  fix: "Leave forceDestroy out of the stack file, or set it to false.",
  severity: "high",
  topics: ["data", "recovery"],
  references: [
    iso("A.8.13"),
    {
      standard: "Pulumi AWS provider",
      clause: "aws.s3.Bucket, forceDestroy",
      url: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/",
    },
  ],
  appliesTo: bucketTypes,
  options: z.strictObject({}),
  check: (bucket) => {
    if (isReproducible(bucket)) {
      return notApplicable("its tag says that a machine writes again what is in it");
    }
    return judgeProperty(bucket, {
      property: "forceDestroy",
      input: "forceDestroy",
      wanted: false,
      holds: (found) => found !== true,
    });
  },
});
