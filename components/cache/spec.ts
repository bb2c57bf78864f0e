import {
  cacheDefaults as defaults,
  type CacheEngine,
  cacheName,
  type CacheProvider,
  engineVersions,
} from "../../catalogue/cache";
import type { CacheRangeArgs, CacheSettings, ElasticacheArgs, ExternalCacheArgs } from "./args";

/** A Redis that somebody else runs, with every default filled in. */
export interface ExternalSpec {
  host: string;
  port: number;
  provider?: CacheProvider;
}

/** A serverless cache of AWS, with every default filled in. */
export interface ElasticacheSpec extends ElasticacheArgs {
  name: string;
  engine: CacheEngine;
  majorEngineVersion: string;
  snapshotTime: string;
  userName: string;
  tokenSecret: string;
  dataGb: CacheRangeArgs;
}

/** The cache with the part of its vendor alone. No part: the args are wrong, and refused. */
export interface CacheSpec extends Required<Omit<CacheSettings, "external" | "elasticache">> {
  /** Whether what goes there is encrypted on its way: always. */
  tls: true;
  external?: ExternalSpec;
  elasticache?: ElasticacheSpec;
}

// Requirement: CAP-06
/** Fills in the defaults, and leaves out the vendor that was not chosen. */
export function cacheSpec(args: CacheSettings): CacheSpec {
  const { external, elasticache, ...shared } = args;
  const { vendor = defaults.vendor } = args;
  return {
    ...shared,
    vendor,
    ttlSeconds: args.ttlSeconds ?? defaults.ttlSeconds,
    urlSecret: args.urlSecret ?? defaults.urlSecret,
    tls: true,
    ...(vendor === "external" && external && { external: externalSpec(external) }),
    ...(vendor === "elasticache" &&
      elasticache && { elasticache: elasticacheSpec(args, elasticache) }),
  };
}

/** The secret of the registry that the cache itself needs: its URL where it is there already, else the token that it is made with. */
export function credentialOf({ vendor, urlSecret, elasticache }: CacheSettings): string {
  return vendor === "elasticache"
    ? (elasticache?.tokenSecret ?? defaults.tokenSecret)
    : (urlSecret ?? defaults.urlSecret);
}

function externalSpec({ host, port = defaults.port, provider }: ExternalCacheArgs): ExternalSpec {
  return { host, port, ...(provider && { provider }) };
}

function elasticacheSpec(settings: CacheSettings, args: ElasticacheArgs): ElasticacheSpec {
  const { engine = defaults.engine } = args;
  return {
    ...args,
    name: cacheName(settings),
    engine,
    majorEngineVersion: args.majorEngineVersion ?? engineVersions[engine],
    snapshotTime: args.snapshotTime ?? defaults.snapshotTime,
    userName: args.userName ?? defaults.userName,
    tokenSecret: args.tokenSecret ?? defaults.tokenSecret,
  };
}
