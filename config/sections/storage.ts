import { z } from "zod";
import { hostName, shortName, text } from "../formats";
import { awsRegion, bucketName } from "./aws-names";
import { supabaseBucket } from "./storage-supabase";

const purposes = ["assets", "backup", "audit", "state", "files"] as const;
const storageClasses = [
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
] as const;
const replicaClasses = ["STANDARD_IA", "ONEZONE_IA", "GLACIER_IR"] as const;

const days = (maximum = 36_500) => z.int().min(1).max(maximum);

const encryption = z
  .strictObject({
    algorithm: z
      .enum(["AES256", "aws:kms"])
      .optional()
      .describe("AES256 for keys of S3's own, aws:kms for a key of KMS.")
      .meta({ default: "AES256" }),
    kmsKeyId: z
      .string()
      .regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/\S+$/, "the ARN of a KMS key")
      .optional()
      .describe("ARN of the KMS key, with aws:kms only. Left out, one with rotation is made."),
    rotationPeriodInDays: z
      .int()
      .min(90)
      .max(2560)
      .optional()
      .describe("Days between rotations of the key made here.")
      .meta({ default: 365 }),
  })
  .describe("Encryption at rest.");

const objectLock = z
  .union([
    z.literal(false),
    z.strictObject({
      mode: z
        .enum(["GOVERNANCE", "COMPLIANCE"])
        .optional()
        .describe("GOVERNANCE may be lifted by those with the right; COMPLIANCE by nobody.")
        .meta({ default: "GOVERNANCE" }),
      days: days()
        .optional()
        .describe("Days that a new version is locked. Default: backup 30, audit 365."),
    }),
  ])
  .describe(
    "Object lock. Default: on for backup and audit. Turning it on or off replaces the bucket.",
  );

const lifecycle = z
  .strictObject({
    noncurrentDays: days()
      .optional()
      .describe("Days that a replaced version is kept. Default: audit 365, state 90, else 30."),
    abortMultipartDays: days()
      .optional()
      .describe("Days after which an unfinished upload is dropped.")
      .meta({ default: 7 }),
    expirationDays: days()
      .optional()
      .describe("Days after which objects expire. Left out, they are kept."),
    transitions: z
      .array(
        z.strictObject({
          days: days().describe("Days after the object was made; 30 at least for classes in _IA."),
          storageClass: z.enum(storageClasses).describe("Where the object goes."),
        }),
      )
      .optional()
      .describe("Moves to cheaper classes."),
  })
  .describe("What S3 cleans up by itself.");

const replication = z
  .strictObject({
    name: bucketName.describe("Name of the second bucket, which is made here."),
    region: awsRegion.describe("Region of the second bucket, another one than the first's."),
    timeControl: z
      .boolean()
      .optional()
      .describe("Whether S3 promises the copy within 15 minutes and measures it. Costs extra.")
      .meta({ default: true }),
    storageClass: z
      .enum(replicaClasses)
      .optional()
      .describe("Storage class of the copies. Left out, that of the original."),
  })
  .describe("A copy of every new object in another region.");

const cloudTrail = z
  .strictObject({
    name: text("the name of a trail").describe("Name of the trail, of this account and region."),
    prefix: text("a folder such as cloudtrail")
      .optional()
      .describe("Folder that it writes below. Left out, none."),
  })
  .describe(
    "The trail of CloudTrail that may write here. Default: the stack's own, where groundwork:logs.trail names the bucket.",
  );

const distribution = z
  .strictObject({
    host: hostName.describe("Host that serves the objects, in the zone of groundwork:dns."),
    priceClass: z
      .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
      .optional()
      .describe("Where CloudFront answers from: 100 North America and Europe, All everywhere.")
      .meta({ default: "PriceClass_100" }),
  })
  .describe("A host at which CloudFront serves the objects to everybody, by HTTPS alone.");

const s3Bucket = z
  .strictObject({
    vendor: z.literal("s3").describe("Who keeps the objects."),
    name: bucketName.describe("Name of the bucket, unique in all of AWS."),
    purpose: z
      .enum(purposes)
      .optional()
      .describe("What it is for; decides retention and object lock.")
      .meta({ default: "files" }),
    region: awsRegion
      .optional()
      .describe("AWS region. Left out, that of the provider. A change replaces the bucket."),
    versioning: z
      .boolean()
      .optional()
      .describe("Whether replaced and deleted versions are kept.")
      .meta({ default: true }),
    encryption: encryption.optional(),
    objectLock: objectLock.optional(),
    lifecycle: lifecycle.optional(),
    replication: replication.optional(),
    cloudTrail: cloudTrail.optional(),
    distribution: distribution.optional(),
    forceDestroy: z
      .boolean()
      .optional()
      .describe("Whether Pulumi may delete the bucket together with its objects.")
      .meta({ default: false }),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete the bucket and its key. Default by tier."),
    retainOnDelete: z
      .boolean()
      .optional()
      .describe("Whether the bucket and its key stay in AWS when they leave the program.")
      .meta({ default: false }),
  })
  .describe("A private bucket of S3: encrypted, versioned, reached by TLS only.");

/** Buckets for files. */
export const storageSection = z
  .strictObject({
    buckets: z
      .record(shortName, z.discriminatedUnion("vendor", [s3Bucket, supabaseBucket]))
      .describe("Buckets by a short name of our own, which stands in the resources' names."),
  })
  .describe("Buckets for files, on S3 or in the Supabase project.");

export type StorageSection = z.infer<typeof storageSection>;
