import { cacheName, elasticache as limits } from "../../catalogue/cache";
import type { Problem } from "../../core/errors";
import type { CacheSettings, ElasticacheArgs } from "./args";

// Requirement: CAP-06
/** What is wrong with the args; paths count from them. */
export function cacheProblems(args: CacheSettings): Problem[] {
  const { vendor = "external" } = args;
  return [
    ...ttlProblems(args),
    ...fallbackProblems(args),
    ...(args[vendor] ? [] : [partMissing(vendor)]),
    ...(vendor === "elasticache" ? elasticacheProblems(args) : []),
  ];
}

const longest = 2_592_000;

function ttlProblems({ ttlSeconds }: CacheSettings): Problem[] {
  if (ttlSeconds === undefined || between(ttlSeconds, { least: 1, most: longest })) return [];
  const allowed = `whole seconds from 1 to ${longest}, which are 30 days`;
  return [{ where: { path: "ttlSeconds" }, found: String(ttlSeconds), allowed }];
}

/** A cache is not where data lives: whoever uses it must do without. */
function fallbackProblems({ services, fallbacks }: CacheSettings): Problem[] {
  return services
    .filter((service) => !Object.hasOwn(fallbacks, service))
    .map((service) => ({
      where: { path: `fallbacks.${service}` },
      found: "nothing",
      allowed: "what users get while the cache is down",
      fix: `say it under groundwork:dependencies.${service}.cache.fallback`,
    }));
}

function partMissing(vendor: string): Problem {
  const fix = `say where it is under ${vendor}, or choose the other vendor`;
  return { where: { path: vendor }, found: "nothing, and it is the vendor", fix };
}

function elasticacheProblems(args: CacheSettings): Problem[] {
  const { elasticache } = args;
  if (!elasticache) return [];
  return [...nameProblems(args), ...rangeProblems(elasticache), ...networkProblems(elasticache)];
}

function nameProblems(args: CacheSettings): Problem[] {
  const name = cacheName(args);
  if (name.length <= limits.nameLength) return [];
  const found = `${name}, ${name.length} characters`;
  const allowed = `at most ${limits.nameLength}, which is what ElastiCache takes`;
  return [{ where: { path: "product" }, found, allowed }];
}

function rangeProblems(args: ElasticacheArgs): Problem[] {
  const ranges = (["dataGb", "ecpuPerSecond"] as const).flatMap((key): Problem[] => {
    const { min, max } = args[key];
    const { least, most } = limits[key];
    const right =
      between(max, limits[key]) && (min === undefined || between(min, { least, most: max }));
    const allowed = `whole numbers from ${least} to ${most}, the least no more than the most`;
    const found = min === undefined ? `up to ${max}` : `${min} to ${max}`;
    return right ? [] : [{ where: { path: `elasticache.${key}` }, found, allowed }];
  });
  const { snapshotDays } = args;
  if (between(snapshotDays, limits.snapshotDays)) return ranges;
  const { most } = limits.snapshotDays;
  const where = { path: "elasticache.snapshotDays" };
  return [...ranges, { where, found: String(snapshotDays), allowed: `0 to ${most} days` }];
}

function networkProblems({ subnetIds, securityGroupIds }: ElasticacheArgs): Problem[] {
  const subnets = between(new Set(subnetIds).size, { least: 2, most: 3 });
  const groups = between(new Set(securityGroupIds).size, { least: 1, most: 5 });
  return [
    ...(subnets ? [] : [counted("subnetIds", subnetIds, "two or three, each in another zone")]),
    ...(groups ? [] : [counted("securityGroupIds", securityGroupIds, "one to five")]),
  ];
}

function counted(key: string, given: readonly string[], allowed: string): Problem {
  return { where: { path: `elasticache.${key}` }, found: `${given.length} of them`, allowed };
}

function between(value: number, { least, most }: { least: number; most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
