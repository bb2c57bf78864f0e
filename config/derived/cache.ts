import {
  cacheDefaults,
  cacheName,
  cacheTtlVariable,
  type CacheVendor,
} from "../../catalogue/cache";
import type { Tier } from "../../core/profile";
import type { CacheSection } from "../sections/cache";
import type { DependenciesSection } from "../sections/dependencies";
import type { ServicesSection } from "../sections/services";
import type { StackSection } from "../sections/stack";
import type { ResolvedServices } from "./service-defaults";

type Elasticache = NonNullable<CacheSection["elasticache"]>;
type ByTier = "dataGb" | "ecpuPerSecond" | "snapshotDays";

/** What a cache of AWS means when the file says nothing. */
export type CacheTierDefaults = Required<Pick<Elasticache, ByTier>>;

/** A stack's cache with everything filled in that follows from the rest of the file. */
export interface CacheSettings extends Omit<CacheSection, "elasticache"> {
  product: string;
  tier: Tier;
  owner: string;
  vendor: CacheVendor;
  ttlSeconds: number;
  urlSecret: string;
  services: string[];
  fallbacks: Record<string, string>;
  elasticache?: (Elasticache & CacheTierDefaults) | undefined;
}

interface Declared {
  stack: StackSection;
  cache?: CacheSection | undefined;
  services?: ServicesSection | undefined;
  dependencies?: DependenciesSection | undefined;
}

/** What services need when they need the cache, as `groundwork:dependencies` calls it. */
export const cachePart = "cache";

// Requirement: CAP-06
/** The stack's cache; undefined where it has none. */
export function derivedCache(
  file: Declared,
  defaults: CacheTierDefaults,
): CacheSettings | undefined {
  const { stack, cache } = file;
  if (!cache) return undefined;
  const { vendor, ttlSeconds, urlSecret } = cacheDefaults;
  const services = usersOf(file);
  const { elasticache, ...shared } = cache;
  return {
    ...{ product: stack.product, tier: stack.tier, owner: stack.owner },
    ...{ vendor, ttlSeconds, urlSecret },
    ...shared,
    services,
    fallbacks: fallbacksOf(file, services),
    ...(elasticache && { elasticache: { ...defaults, ...elasticache } }),
  };
}

/** Services that use the cache: those that the file names, else all. */
export function usersOf({ cache, services = {} }: Pick<Declared, "cache" | "services">): string[] {
  return cache ? (cache.services ?? Object.keys(services)) : [];
}

function fallbacksOf({ dependencies = {} }: Declared, services: readonly string[]) {
  const said = services.flatMap((service) => {
    const fallback = dependencies[service]?.[cachePart]?.fallback;
    return fallback === undefined ? [] : [[service, fallback] as const];
  });
  return Object.fromEntries(said);
}

/** Services with the cache's URL as a secret and its TTL as a variable. What the file says itself wins. */
export function withCache(
  services: ResolvedServices,
  cache: CacheSettings | undefined,
): ResolvedServices {
  if (!cache) return services;
  const { ttlSeconds, urlSecret } = cache;
  const told = Object.entries(services).map(([name, service]) => {
    if (!cache.services.includes(name)) return [name, service] as const;
    const { env = {}, secrets = [] } = service;
    const all = secrets.includes(urlSecret) ? secrets : [...secrets, urlSecret];
    const variables = { [cacheTtlVariable]: String(ttlSeconds), ...env };
    return [name, { ...service, env: variables, secrets: all }] as const;
  });
  return Object.fromEntries(told);
}

interface WatchedCache {
  kind: "cache";
  cache: { name: string; dataGb: number };
}

/** What is watched of a cache that AWS runs; any other publishes nothing here. */
export function watchedCache(cache: CacheSettings | undefined): Record<string, WatchedCache> {
  if (cache?.vendor !== "elasticache" || !cache.elasticache) return {};
  const limits = { name: cacheName(cache), dataGb: cache.elasticache.dataGb.max };
  return { [cachePart]: { kind: "cache", cache: limits } };
}
