import { z } from "zod";
import {
  cacheDefaults,
  cacheEngines,
  cacheProviders,
  cacheVendors,
  elasticache as limits,
} from "../../catalogue/cache";
import { hostName, ownName, secretName, text } from "../formats";

const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

const range = (limit: { least: number; most: number }, what: string) =>
  z
    .strictObject({
      min: within(limit).optional().describe("What is kept ready, and paid, whatever happens."),
      max: within(limit).describe("Where it ends."),
    })
    .refine(({ min, max }) => min === undefined || min <= max, {
      message: "no more than max",
      path: ["min"],
    })
    .describe(what);

const awsId = (kind: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${kind}-[0-9a-f]{8,17}$`),
      `an id of AWS such as ${kind}-0a1b2c3d4e5f60718`,
    );

const external = z
  .strictObject({
    host: hostName.describe("Its host; the URL with its password is the secret."),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe("TCP port.")
      .meta({ default: cacheDefaults.port }),
    provider: z
      .enum(cacheProviders)
      .optional()
      .describe("Who runs it, where prices of it are known. Left out, its price is not."),
  })
  .describe("A Redis that somebody else runs, reached by TLS.");

const elasticache = z
  .strictObject({
    engine: z
      .enum(cacheEngines)
      .optional()
      .describe("Both speak the protocol of Redis; Valkey costs a third less.")
      .meta({ default: cacheDefaults.engine }),
    majorEngineVersion: z
      .string()
      .regex(/^\d{1,2}$/, 'a major version in quotes, such as "8"')
      .optional()
      .describe("Major version of the engine. Default by engine: valkey 8, redis 7."),
    subnetIds: z
      .array(awsId("subnet"))
      .min(2)
      .max(3)
      .describe("Subnets of one VPC, each in another zone. A change replaces the cache."),
    securityGroupIds: z
      .array(awsId("sg"))
      .min(1)
      .max(5)
      .describe("Who may reach it: security groups of the VPC."),
    reachedThrough: text("how services get into the VPC").describe(
      "How services get into the VPC: no host of services is in one by itself.",
    ),
    kmsKeyId: z
      .string()
      .regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/\S+$/, "the ARN of a KMS key")
      .optional()
      .describe("ARN of the KMS key that encrypts it. Left out, a key of AWS's own does."),
    dataGb: range(limits.dataGb, "Data in GB. Default by tier: up to 1, 1, 5.").optional(),
    ecpuPerSecond: range(
      limits.ecpuPerSecond,
      "Processing units a second, one for each KB. Default by tier: up to 1,000, 5,000, 10,000.",
    ).optional(),
    snapshotDays: within(limits.snapshotDays)
      .optional()
      .describe("Days that a daily snapshot is kept; 0 for none. Default by tier: 0, 1, 7."),
    snapshotTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "09:00"')
      .optional()
      .describe("When the snapshot is taken, UTC.")
      .meta({ default: cacheDefaults.snapshotTime }),
    userName: z
      .string()
      .regex(/^(?!default$)[a-z][a-z0-9-]{0,39}$/, "a short name, and not default")
      .optional()
      .describe("Whom services sign in as.")
      .meta({ default: cacheDefaults.userName }),
    tokenSecret: secretName
      .optional()
      .describe("Secret of groundwork:secretRegistry that they sign in with.")
      .meta({ default: cacheDefaults.tokenSecret }),
  })
  .describe("A serverless cache of AWS ElastiCache, in a VPC.");

// Requirement: CAP-06
/** The product's cache. Both vendors may be described; one line chooses. */
export const cacheSection = z
  .strictObject({
    vendor: z
      .enum(cacheVendors)
      .optional()
      .describe("Who runs it. Only the part of the chosen one counts.")
      .meta({ default: cacheDefaults.vendor }),
    ttlSeconds: z
      .int()
      .min(1)
      .max(2_592_000)
      .optional()
      .describe("Seconds after which what is kept there is stale.")
      .meta({ default: cacheDefaults.ttlSeconds }),
    urlSecret: secretName
      .optional()
      .describe("Secret in which services get the URL, rediss:// and the password included.")
      .meta({ default: cacheDefaults.urlSecret }),
    services: z
      .array(ownName)
      .min(1)
      .optional()
      .describe("Services of groundwork:services that use it. Default: all of them."),
    external: external.optional(),
    elasticache: elasticache.optional(),
  })
  .describe(
    "The product's cache, by TLS alone. What users get while it is down stands in groundwork:dependencies.<service>.cache.",
  );

export type CacheSection = z.infer<typeof cacheSection>;
