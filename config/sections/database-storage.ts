import { z } from "zod";

const flag = z.boolean();
const count = (what: string) => z.int().min(0).describe(what);
const enabled = (what: string) =>
  z
    .strictObject({ enabled: flag.describe(what) })
    .optional()
    .describe(what);

/** Supabase Storage as a whole, by the keys of its API. Buckets are not part of it. */
export const databaseStorageSection = z
  .strictObject({
    fileSizeLimit: z
      .int()
      .min(0)
      .max(536_870_912_000)
      .optional()
      .describe("Bytes of the largest file. On the Free plan at most 52428800."),
    features: z
      .strictObject({
        imageTransformation: enabled("Whether images are resized on the way out."),
        s3Protocol: enabled("Whether S3 clients can connect."),
        icebergCatalog: z
          .strictObject({
            enabled: flag.describe("Whether analytics buckets can be made."),
            maxNamespaces: count("Namespaces at most."),
            maxTables: count("Tables at most."),
            maxCatalogs: count("Catalogs at most."),
          })
          .optional()
          .describe("Analytics buckets."),
        vectorBuckets: z
          .strictObject({
            enabled: flag.describe("Whether vector buckets can be made."),
            maxBuckets: count("Vector buckets at most."),
            maxIndexes: count("Indexes at most."),
          })
          .optional()
          .describe("Vector buckets."),
      })
      .optional()
      .describe("What Storage can do besides keeping files."),
    external: z
      .strictObject({ upstreamTarget: z.enum(["main", "canary"]).describe("Release of Storage.") })
      .optional()
      .describe("Where requests go."),
  })
  .describe("Storage of the project as a whole, by the keys of Supabase's Management API.");
