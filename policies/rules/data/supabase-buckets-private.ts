import { z } from "zod";
import { readProperty } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { defineRule, fail, pass, unknown } from "../../rule";

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
  check: ({ inputs }) => {
    const evidence = { property: "public", input: "public", wanted: false };
    const open = readProperty(inputs, ["public"]);
    if (open.state === "unknown") return unknown(evidence);
    const found = open.state === "known" ? open.value : null;
    // Left out, Supabase keeps it private.
    return found === null || found === false
      ? pass({ ...evidence, found })
      : fail({ ...evidence, found });
  },
});
