import { z } from "zod";
import { bucketTypes } from "../../lib/data/buckets";
import { judgeRegion } from "../../lib/data/regions";
import { gdpr } from "../../lib/references";
import { defineRule, notApplicable } from "../../rule";

// Requirement: COMP-01
export const bucketRegionAllowed = defineRule({
  id: "bucket-region-allowed",
  title: "Buckets on S3 that name a region name an allowed one",
  why: "A bucket or a copy of one in another country takes users' files and backups out of the places that were agreed.",
  fix: "Leave region out to stay where the provider is, or name an allowed region.",
  severity: "high",
  topics: ["data", "residency"],
  references: [gdpr(44)],
  appliesTo: bucketTypes,
  options: z.strictObject({
    allowed: z
      .array(z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d+$/))
      .min(1)
      .describe("Regions of AWS that buckets may be in."),
  }),
  check: (bucket, { options: { allowed } }) =>
    bucket.inputs.region === undefined || bucket.inputs.region === null
      ? notApplicable("the bucket is in the region of the provider")
      : judgeRegion(bucket, { input: "region", allowed }),
});
