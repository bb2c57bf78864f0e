import { z } from "zod";
import { supabasePlanLimits } from "../../catalogue/limits/supabase";

const { enterprise: largestObject } = supabasePlanLimits.fileSizeLimit.value;

const name = z
  .string()
  .regex(
    /^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/,
    "1 to 100 letters, digits, blanks and !-.*'()&$@=;:+,?_",
  );

const mimeType = z
  .string()
  .regex(
    /^[a-z]+\/(\*|[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*)$/,
    "a MIME type such as image/png or image/*",
  );

/** A bucket of Supabase Storage. The keys of a bucket on S3 are others, but for `name` and what protects it. */
export const supabaseBucket = z
  .strictObject({
    vendor: z.literal("supabase").describe("Who keeps the objects."),
    name: name.describe("Name of the bucket in the stack's Supabase project."),
    public: z
      .boolean()
      .optional()
      .describe("Whether anybody may read every object by its URL, whatever the row policies say.")
      .meta({ default: false }),
    fileSizeLimit: z
      .int()
      .min(1)
      .max(largestObject)
      .optional()
      .describe("Bytes of the largest object. Left out, what the project allows."),
    allowedMimeTypes: z
      .array(mimeType)
      .min(1)
      .optional()
      .describe("MIME types that are taken. Left out, all."),
    ownerFolder: z
      .array(z.enum(["select", "insert", "update", "delete"]))
      .optional()
      .describe("What signed-in users may do below the folder with their own id. Empty: nothing.")
      .meta({ default: ["select", "insert"] }),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete the bucket. Default by tier."),
    retainOnDelete: z
      .boolean()
      .optional()
      .describe("Whether the bucket stays in Supabase when it leaves the program.")
      .meta({ default: false }),
  })
  .describe("A bucket of the stack's Supabase project, open to owners of files alone.");
