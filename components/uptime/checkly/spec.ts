import type { ChecklyLocation } from "../../../catalogue/checkly";
import { type AlertSeverity, alertSeverities } from "../../../core/alerts";
import type { RoutesArgs } from "../../alerts/args";
import { type SubscriptionSpec, subscriptionSpecs } from "../../alerts/spec";
import { type CheckArgs, defaults, type UptimeContext, type UptimeSettings } from "../args";
import { type ChecklyArgs, checklyDefaults } from "../checkly-args";
import { checkSpecs, type CheckSpec } from "../spec";
import { pageScript } from "./page-script";

/** Who is told, by severity. */
export type Routes = Partial<Record<AlertSeverity, RoutesArgs>>;

/** What has to hold of an answer, in Checkly's words. */
export interface Assertion {
  source: "STATUS_CODE" | "RESPONSE_TIME" | "HEADERS" | "JSON_BODY";
  property?: string;
  comparison: "EQUALS" | "LESS_THAN" | "CONTAINS" | "NOT_EMPTY";
  target?: string;
}

/** One check. */
export interface ChecklyCheckSpec {
  /** Role of the child. */
  role: string;
  name: string;
  /** Minutes. */
  frequency: number;
  /** Failures in a row after which somebody is told. */
  failures: number;
  severity: AlertSeverity;
  asks: { url: string; assertions: Assertion[] } | { script: string };
}

/** Somebody who is told, and of which severities. */
export interface ChannelSpec {
  subscription: SubscriptionSpec;
  severities: AlertSeverity[];
}

/** All that is declared at Checkly for a stack. */
export interface ChecklySpec {
  /** Name of the group. */
  group: string;
  tags: string[];
  locations: ChecklyLocation[];
  degradedMs: number;
  maxMs: number;
  certificateDays: number;
  checks: ChecklyCheckSpec[];
  channels: ChannelSpec[];
}

export interface ChecklyInputs {
  routes: Routes;
  /** Response headers that the product declares. An empty text stands for any value. */
  headers: Readonly<Record<string, string>>;
}

/** What is declared at Checkly. Check with `uptimeProblems` first. */
export function checklySpec(
  args: UptimeSettings & UptimeContext,
  { routes, headers }: ChecklyInputs,
): ChecklySpec {
  const { checkly = {}, product, tier } = args;
  const maxMs = checkly.maxMs ?? checklyDefaults.maxMs;
  const hosts = checkSpecs(args).map(([key, spec]): ChecklyCheckSpec => {
    const assertions = assertionsOf(args.checks[key]?.expects, { maxMs, headers });
    return {
      role: key,
      name: `${product}-${tier} ${key}`,
      frequency: checkly.everyMinutes ?? checklyDefaults.everyMinutes,
      failures: spec.failureThreshold,
      severity: spec.severity,
      asks: { url: urlOf(spec), assertions },
    };
  });
  const page = pageOf(args);
  const checks = page ? [...hosts, page] : hosts;
  return {
    ...{ group: `${product}-${tier}`, tags: [product, tier], maxMs, checks },
    locations: [...(checkly.locations ?? checklyDefaults.locations)],
    degradedMs: checkly.degradedMs ?? checklyDefaults.degradedMs,
    certificateDays: checkly.certificateDays ?? checklyDefaults.certificateDays,
    channels: channelsOf(routes, new Set(checks.map(({ severity }) => severity))),
  };
}

/** Name of the check whose host has the main page; undefined where none has. */
export function pageCheck({ checks, checkly = {} }: UptimeSettings): string | undefined {
  if (checkly.page === false) return undefined;
  const serving = Object.keys(checks).find((key) => !checks[key]?.expects?.redirect);
  return checkly.page?.check ?? serving;
}

function pageOf(args: UptimeSettings & UptimeContext): ChecklyCheckSpec | undefined {
  const key = pageCheck(args);
  const spec = checkSpecs(args).find(([name]) => name === key)?.[1];
  if (!spec) return undefined;
  const page: Exclude<ChecklyArgs["page"], false> = args.checkly?.page || {};
  const url = urlOf({ ...spec, resourcePath: page.path ?? "/" });
  return {
    role: "main-page",
    name: `${args.product}-${args.tier} main page`,
    frequency: page.everyMinutes ?? checklyDefaults.pageEveryMinutes,
    failures: spec.failureThreshold,
    severity: spec.severity,
    asks: { script: pageScript(url) },
  };
}

function urlOf({ fqdn, port, resourcePath }: CheckSpec): string {
  const place = port === defaults.check.port ? fqdn : `${fqdn}:${port}`;
  return `https://${place}${resourcePath}`;
}

function assertionsOf(
  { status = defaults.expects.status, redirect, ...expects }: CheckArgs["expects"] & object = {},
  { maxMs, headers }: { maxMs: number; headers: Readonly<Record<string, string>> },
): Assertion[] {
  const all: Assertion[] = [
    { source: "STATUS_CODE", comparison: "EQUALS", target: String(status) },
    { source: "RESPONSE_TIME", comparison: "LESS_THAN", target: String(maxMs) },
  ];
  if (redirect !== undefined) all.push(header("location", `https://${redirect}`, "CONTAINS"));
  if (expects.healthReport) {
    const property = "$.status";
    all.push({ source: "JSON_BODY", property, comparison: "EQUALS", target: "healthy" });
  }
  if (!expects.responseHeaders) return all;
  return [...all, ...Object.entries(headers).map(([name, value]) => header(name, value, "EQUALS"))];
}

function header(name: string, value: string, comparison: "EQUALS" | "CONTAINS"): Assertion {
  const property = name.toLowerCase();
  if (value === "") return { source: "HEADERS", property, comparison: "NOT_EMPTY" };
  return { source: "HEADERS", property, comparison, target: value };
}

/** Each address once, however many severities it hears of; those that no check has are left out. */
function channelsOf(routes: Routes, used: ReadonlySet<AlertSeverity>): ChannelSpec[] {
  const byRole = new Map<string, ChannelSpec>();
  for (const severity of alertSeverities.filter((one) => used.has(one))) {
    for (const subscription of subscriptionSpecs(routes[severity] ?? {})) {
      const known = byRole.get(subscription.role) ?? { subscription, severities: [] };
      known.severities.push(severity);
      byRole.set(subscription.role, known);
    }
  }
  return [...byRole.values()];
}
