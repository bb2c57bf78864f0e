import { z } from "zod";
import { type PropertyMap, holdsUnknown, readProperty } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { listed } from "../../lib/lists";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: STOR-06
export const supabaseBucketsLimited = defineRule({
  id: "supabase-buckets-limited",
  title: "Every bucket of Supabase Storage says how large a file may be and of which types",
  why: "Without limits one user fills the storage that all pay for, or keeps pages with scripts under the product's name.",
  fix: "Set fileSizeLimit to the tier's bound or less, and list the types that users need in allowedMimeTypes.",
  severity: "medium",
  topics: ["data", "uploads", "budget"],
  references: [asvs("5.2.1"), supabaseDocs("Creating buckets", "storage/buckets/creating-buckets")],
  appliesTo: [providerTypes.supabaseBucket],
  options: z.strictObject({
    maxBytes: z.int().min(1).describe("Most bytes of a file that a bucket may take."),
  }),
  check: (bucket, { options: { maxBytes } }) => [
    judgeProperty(bucket, {
      property: "fileSizeLimit",
      input: "fileSizeLimit",
      wanted: `${maxBytes} bytes or fewer`,
      holds: (found) => typeof found === "number" && found <= maxBytes,
    }),
    judgeTypes(bucket.inputs),
  ],
});

function judgeTypes(inputs: PropertyMap): Answer {
  const property = "allowedMimeTypes";
  const evidence = { property, input: property, wanted: "MIME types, and not all of them" };
  const types = readProperty(inputs, [property]);
  const found = types.state === "known" ? listed(types.value) : [];
  if (found.includes("*/*")) return fail({ ...evidence, found });
  if (types.state === "unknown" || holdsUnknown(found)) return unknown(evidence);
  return found.length > 0 ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}
