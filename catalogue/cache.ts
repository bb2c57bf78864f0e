import type { Problem } from "../core/errors";

/** Who runs the cache: somebody who gives an address, or AWS. */
export const cacheVendors = ["external", "elasticache"] as const;
export type CacheVendor = (typeof cacheVendors)[number];

/** What ElastiCache Serverless runs that speaks the protocol of Redis. */
export const cacheEngines = ["valkey", "redis"] as const;
export type CacheEngine = (typeof cacheEngines)[number];

/** Hosts of Redis whose prices the catalogue knows. */
export const cacheProviders = ["upstash"] as const;
export type CacheProvider = (typeof cacheProviders)[number];

/** What a key that is left out means, whatever the tier. The TTL in seconds. */
export const cacheDefaults = {
  vendor: "external",
  ttlSeconds: 300,
  urlSecret: "REDIS_URL",
  tokenSecret: "CACHE_AUTH_TOKEN",
  port: 6379,
  engine: "valkey",
  userName: "app",
  snapshotTime: "09:00",
} as const;

/** The variable in which a service reads after how many seconds what it keeps there is stale. */
export const cacheTtlVariable = "CACHE_TTL_SECONDS";

/** What a URL of the cache begins with: TLS, always. */
export const cacheScheme = "rediss://";

/** The version of each engine where the file says none. From memory: the newest that serverless caches have. */
export const engineVersions: Readonly<Record<CacheEngine, string>> = { valkey: "8", redis: "7" };

/**
 * What ElastiCache takes. The limits of use are in its own declaration
 * (https://www.pulumi.com/registry/packages/aws/api-docs/elasticache/serverlesscache/), lengths in its API reference
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html).
 */
export const elasticache = {
  dataGb: { least: 1, most: 5_000 },
  ecpuPerSecond: { least: 1_000, most: 15_000_000 },
  snapshotDays: { least: 0, most: 35 },
  nameLength: 40,
  token: { least: 16, most: 128 },
} as const;

/**
 * What the product may do there: read and write, and find the cluster's shards. Nothing that stops everybody else, such as
 * KEYS over all keys, which `-@dangerous` takes away: whoever deletes by pattern goes through SCAN. In the order in which
 * AWS gives it back, from memory.
 */
export const cacheAccess =
  "on ~* resetchannels -@all +@read +@write +@connection +@transaction +info +cluster|slots +cluster|shards +cluster|nodes -@dangerous +info";

/** The user that every group of Redis OSS has to have, turned off: nobody signs in as it. */
export const closedAccess = "off ~* resetchannels -@all";

/** Its name in AWS, unique in account and region. */
export function cacheName({ product, tier }: { product: string; tier: string }): string {
  return `${product}-${tier}-cache`;
}

/** What keeps a value from being the cache's URL; never says the value. */
export function cacheUrlFault(
  url: string,
  { host, port }: { host: string; port: number },
): Omit<Problem, "where"> | undefined {
  const allowed = `${cacheScheme}user:password@${host}:${port}`;
  if (!url.startsWith(cacheScheme)) return { found: "an address without TLS, or none", allowed };
  if (!URL.canParse(url)) return { found: "no address", allowed };
  const { hostname, port: given } = new URL(url);
  if (hostname === host && Number(given || cacheDefaults.port) === port) return undefined;
  return { found: "the address of another host or port than is declared", allowed };
}
