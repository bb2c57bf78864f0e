import { cacheDefaults, elasticache as limits } from "../../catalogue/cache";
import { cachePart, usersOf } from "../derived/cache";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** What the cache names and the file does not have. */
export function cacheConflicts(file: FileSettings): SettingsProblem[] {
  const { cache } = file;
  if (!cache) return [];
  const vendor = cache.vendor ?? cacheDefaults.vendor;
  const missing = cache[vendor] ? [] : [partMissing(vendor)];
  return [...missing, ...secretProblems(file), ...serviceProblems(file), ...nameProblems(file)];
}

function partMissing(vendor: string): SettingsProblem {
  const fix = `say where it is under ${vendor}, or choose the other vendor`;
  return { path: filePath(["cache", vendor]), found: "nothing, and it is the vendor", fix };
}

/** A URL is known to whoever runs the cache; the token of one that is made here can be made here too. */
function secretProblems({ cache = {}, secretRegistry = {} }: FileSettings): SettingsProblem[] {
  const ours = cache.vendor === "elasticache";
  const steps = ours ? ["cache", "elasticache", "tokenSecret"] : ["cache", "urlSecret"];
  const name = ours
    ? (cache.elasticache?.tokenSecret ?? cacheDefaults.tokenSecret)
    : (cache.urlSecret ?? cacheDefaults.urlSecret);
  const secret = Object.hasOwn(secretRegistry, name) ? secretRegistry[name] : undefined;
  const path = filePath(steps);
  if (!secret) {
    const fix = `register ${name}, with its owner and how often it is replaced`;
    return [
      { path, found: `${name}, no secret`, allowed: "a secret of groundwork:secretRegistry", fix },
    ];
  }
  if (secret.source === "required") return [];
  if (!ours) {
    const fix = `say source: required for ${name}, and set it`;
    return [{ path, found: `${name}, which is generated`, allowed: "what a person sets", fix }];
  }
  const characters = secret.length ?? 2 * (secret.bytes ?? 32);
  if (characters <= limits.token.most) return [];
  const found = `${name}, of ${characters} characters`;
  return [
    { path, found, allowed: `at most ${limits.token.most} characters`, fix: "make it shorter" },
  ];
}

// Requirement: CAP-06
/** Who uses a cache says what happens without it: it holds nothing that is not elsewhere too. */
function serviceProblems(file: FileSettings): SettingsProblem[] {
  const { services = {}, dependencies = {} } = file;
  return usersOf(file).flatMap((service, at): SettingsProblem[] => {
    if (!Object.hasOwn(services, service)) {
      const allowed = `one of ${Object.keys(services).join(", ") || "groundwork:services, which has none"}`;
      return [{ path: filePath(["cache", "services", at]), found: service, allowed }];
    }
    if (dependencies[service]?.[cachePart]) return [];
    return [
      {
        path: filePath(["dependencies", service, cachePart]),
        found: "nothing, and the service uses the cache",
        allowed: "what users get while the cache is down",
        fix: `say it: ${cachePart}: { fallback: answers come from the database, slower }`,
      },
    ];
  });
}

/** The cache is watched under its own name. */
function nameProblems({ services = {} }: FileSettings): SettingsProblem[] {
  if (!Object.hasOwn(services, cachePart)) return [];
  const fix = "give the service another name";
  return [{ path: filePath(["services", cachePart]), found: "a service named as the cache", fix }];
}
