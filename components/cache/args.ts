import type { CacheEngine, CacheProvider, CacheVendor } from "../../catalogue/cache";
import type { Tier } from "../../core/profile";

/** A Redis that somebody else runs, reached by TLS. */
export interface ExternalCacheArgs {
  /** Its host, in clear: the URL itself, with its password, is a secret. */
  host: string;
  /**
   * TCP port.
   * @default 6379
   */
  port?: number | undefined;
  /** Who runs it, where prices of it are known. Left out, its price is not. */
  provider?: CacheProvider | undefined;
}

/** The least and the most of something. */
export interface CacheRangeArgs {
  /** What is kept ready, and paid, whatever happens. Left out, nothing. */
  min?: number | undefined;
  /** Where it ends: beyond, keys are dropped or commands turned away. */
  max: number;
}

/** A serverless cache of AWS ElastiCache, in a network of AWS. */
export interface ElasticacheArgs {
  /**
   * `valkey` or `redis`. Both speak the protocol of Redis; Valkey costs a third less.
   * @default "valkey"
   */
  engine?: CacheEngine | undefined;
  /** Major version of the engine. Default by engine: valkey 8, redis 7. A change replaces nothing and cannot be taken back. */
  majorEngineVersion?: string | undefined;
  /** Subnets of one VPC, two or three, each in another zone. A change replaces the cache. */
  subnetIds: string[];
  /** Who may reach it: security groups of the VPC, one to five. */
  securityGroupIds: string[];
  /** How services get into the VPC, such as a WireGuard gateway: no host of services is in one by itself. */
  reachedThrough: string;
  /** ARN of the KMS key that encrypts it. Left out, a key of AWS's own does. A change replaces the cache. */
  kmsKeyId?: string | undefined;
  /** Data in GB, 1 to 5,000. */
  dataGb: CacheRangeArgs;
  /** ElastiCache processing units a second, 1,000 to 15,000,000: one for each KB read or written. */
  ecpuPerSecond: CacheRangeArgs;
  /** Days that a daily snapshot is kept, 0 to 35; 0 for none. */
  snapshotDays: number;
  /**
   * When the snapshot is taken, UTC, as `HH:MM`.
   * @default "09:00"
   */
  snapshotTime?: string | undefined;
  /**
   * Whom services sign in as.
   * @default "app"
   */
  userName?: string | undefined;
  /**
   * Name of the secret of the registry that they sign in with: 16 to 128 characters.
   * @default "CACHE_AUTH_TOKEN"
   */
  tokenSecret?: string | undefined;
}

/** The product's cache. */
export interface CacheSettings {
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for it: a team or an address. */
  owner: string;
  /**
   * Who runs it. Only the part of the chosen one counts.
   * @default "external"
   */
  vendor?: CacheVendor | undefined;
  /**
   * Seconds after which what is kept there is stale, 1 to 2,592,000. Services read it as `CACHE_TTL_SECONDS`.
   * @default 300
   */
  ttlSeconds?: number | undefined;
  /**
   * Name of the secret in which services get the URL, `rediss://` and the password included.
   * @default "REDIS_URL"
   */
  urlSecret?: string | undefined;
  /** Services that use it. */
  services: string[];
  /** What users get while it is down, by service: each service that uses it must say so. */
  fallbacks: Record<string, string>;
  /** A Redis that somebody else runs. */
  external?: ExternalCacheArgs | undefined;
  /** A serverless cache of AWS. */
  elasticache?: ElasticacheArgs | undefined;
}
