import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: STOR-01
export const supabaseBucketsPrivate = defineRule({
  id: "supabase-buckets-private",
  title: "No bucket of Supabase Storage is public",
  why: "Anybody who has or guesses an address reads the file, whatever the row policies say.",
  fix: "Leave public out of the stack file, and hand files out by signed URLs.",
  severity: "critical",
  topics: ["data", "access"],
  references: [
    gdpr(25, "Article 25(2)"),
    iso("A.8.3"),
    supabaseDocs("Bucket fundamentals", "storage/buckets/fundamentals"),
  ],
  appliesTo: [providerTypes.supabaseBucket],
  options: z.strictObject({}),
  check: (bucket) =>
    judgeProperty(bucket, {
      property: "public",
      input: "public",
      wanted: false,
      // Left out, Supabase keeps it private.
      holds: (found) => found === null || found === false,
    }),
});
