import type { Problem } from "../../core/errors";
import { type CheckArgs, type CheckSettings, defaults, type UptimeSettings } from "./args";

/** A check with every default filled in. */
export interface CheckSpec extends Required<Omit<CheckSettings, "regions">> {
  fqdn: string;
  regions: string[] | undefined;
}

/** All checks by name: the check's own word, then that of the shared defaults, then ours. */
export function checkSpecs({ checks, defaults: shared = {} }: UptimeSettings) {
  return Object.entries(checks).map(([key, check]): [string, CheckSpec] => [
    key,
    checkSpec(check, shared),
  ]);
}

/** What is wrong with the checks; paths count from the args. */
export function checkProblems(args: UptimeSettings): Problem[] {
  return checkSpecs(args).flatMap(([key, { fqdn, resourcePath, regions }]) => {
    const at = (field: string) => ({ path: `checks.${key}.${field}` });
    const problems: Problem[] = [];
    if (/[/:\s]/.test(fqdn)) {
      problems.push({
        where: at("fqdn"),
        found: fqdn,
        allowed: "a bare host name such as app.example.com",
        fix: "leave out the scheme, the port and the path",
      });
    }
    if (!resourcePath.startsWith("/")) {
      const allowed = "a path that begins with /, such as /api/health";
      problems.push({ where: at("resourcePath"), found: resourcePath, allowed });
    }
    if (regions && regions.length < 3) {
      const allowed = "three regions or more, or none for all";
      problems.push({ where: at("regions"), found: `${regions.length}`, allowed });
    }
    return problems;
  });
}

function checkSpec(check: CheckArgs, shared: CheckSettings): CheckSpec {
  const pick = <K extends keyof typeof defaults>(key: K) =>
    check[key] ?? shared[key] ?? defaults[key];
  const regions = check.regions ?? shared.regions;
  return {
    fqdn: check.fqdn,
    resourcePath: pick("resourcePath"),
    port: pick("port"),
    requestInterval: pick("requestInterval"),
    failureThreshold: pick("failureThreshold"),
    measureLatency: pick("measureLatency"),
    regions: regions && [...regions],
  };
}
