import type { AlertSeverity } from "../../core/alerts";
import { type CheckArgs, type CheckSettings, defaults, type UptimeSettings } from "./args";

/** A check with every default filled in. */
export interface CheckSpec extends Required<Omit<CheckSettings, "regions">> {
  fqdn: string;
  ipAddress: string | undefined;
  regions: string[] | undefined;
}

/** The check over all others. */
export interface OverallSpec {
  minHealthy: number;
  /** Percent. */
  objective: number;
  severity: AlertSeverity;
}

/** All checks by name: the check's own word, then that of the shared defaults, then ours. */
export function checkSpecs({ checks, defaults: shared = {} }: UptimeSettings) {
  return Object.entries(checks).map(([key, check]): [string, CheckSpec] => [
    key,
    checkSpec(check, shared),
  ]);
}

/** The check over all others; undefined where there is none, or nothing to look over. */
export function overallSpec({ checks, overall = {} }: UptimeSettings): OverallSpec | undefined {
  const all = Object.keys(checks).length;
  if (overall === false || all === 0) return undefined;
  return {
    minHealthy: overall.minHealthy ?? all,
    objective: overall.objective ?? defaults.overall.objective,
    severity: overall.severity ?? defaults.overall.severity,
  };
}

function checkSpec(check: CheckArgs, shared: CheckSettings): CheckSpec {
  const pick = <K extends keyof typeof defaults.check>(key: K) =>
    check[key] ?? shared[key] ?? defaults.check[key];
  const regions = check.regions ?? shared.regions;
  return {
    fqdn: check.fqdn,
    ipAddress: check.ipAddress,
    resourcePath: pick("resourcePath"),
    port: pick("port"),
    requestInterval: pick("requestInterval"),
    failureThreshold: pick("failureThreshold"),
    measureLatency: pick("measureLatency"),
    severity: pick("severity"),
    regions: regions && [...regions],
  };
}
