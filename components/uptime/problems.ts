import { isIP } from "node:net";
import { awsLimits } from "../../catalogue/limits/aws";
import type { Problem } from "../../core/errors";
import type { CheckArgs, UptimeSettings } from "./args";
import { canaryProblems } from "./canary-problems";
import { checklyProblems } from "./checkly-problems";
import type { Routes } from "./checkly/spec";
import { hostProblems } from "./host-problems";
import { checkSpecs, type CheckSpec } from "./spec";

/** The most checks that one check can look over. */
const { value: mostChildren } = awsLimits.healthCheckChildren;

/** What is wrong with the checks; paths count from the args. */
export function uptimeProblems(
  args: UptimeSettings,
  secrets: readonly string[],
  routes: Routes = {},
): Problem[] {
  return [
    ...checkSpecs(args).flatMap(([key, check]) => [
      ...checkProblems(`checks.${key}`, check),
      ...expectedProblems(`checks.${key}`, args.checks[key]),
    ]),
    ...overallProblems(args),
    ...Object.entries(args.objectives ?? {}).flatMap(([service, percent]) =>
      percentProblems(`objectives.${service}`, percent),
    ),
    ...canaryProblems(args.canary || undefined, secrets),
    ...checklyProblems(args, routes),
  ];
}

function checkProblems(at: string, check: CheckSpec): Problem[] {
  const { fqdn, resourcePath, regions, ipAddress } = check;
  const problems = hostProblems(`${at}.fqdn`, fqdn);
  if (!resourcePath.startsWith("/")) {
    const allowed = "a path that begins with /, such as /api/health";
    problems.push({ where: { path: `${at}.resourcePath` }, found: resourcePath, allowed });
  }
  if (regions && regions.length < 3) {
    const allowed = "three regions or more, or none for all";
    problems.push({ where: { path: `${at}.regions` }, found: `${regions.length}`, allowed });
  }
  if (ipAddress !== undefined && isIP(ipAddress) === 0) {
    const allowed = "an IP address such as 203.0.113.10";
    problems.push({ where: { path: `${at}.ipAddress` }, found: ipAddress, allowed });
  }
  return problems;
}

function expectedProblems(at: string, check: CheckArgs | undefined): Problem[] {
  const { standby, expects: { status, redirect } = {} } = check ?? {};
  const problems = [
    ...(standby === undefined ? [] : hostProblems(`${at}.standby`, standby)),
    ...(redirect === undefined ? [] : hostProblems(`${at}.expects.redirect`, redirect)),
  ];
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status < 400)) {
    const allowed = "200 to 399: Route 53 takes every other status for a failure";
    problems.push({ where: { path: `${at}.expects.status` }, found: `${status}`, allowed });
  }
  return problems;
}

function overallProblems({ checks, overall = {} }: UptimeSettings): Problem[] {
  if (overall === false) return [];
  const { minHealthy = 1, objective } = overall;
  const all = Object.keys(checks).length;
  const problems = objective === undefined ? [] : percentProblems("overall.objective", objective);
  if (all > mostChildren) {
    const fix = "look over fewer, or give overall: false";
    const allowed = `at most ${mostChildren}`;
    problems.push({ where: { path: "checks" }, found: `${all} checks`, allowed, fix });
  }
  if (!Number.isInteger(minHealthy) || minHealthy < 1 || minHealthy > Math.max(all, 1)) {
    const allowed = `a whole number from 1 to ${all}, the number of checks`;
    problems.push({ where: { path: "overall.minHealthy" }, found: `${minHealthy}`, allowed });
  }
  return problems;
}

function percentProblems(path: string, percent: number): Problem[] {
  if (percent > 90 && percent < 100) return [];
  const allowed = "percent above 90 and below 100, such as 99.9";
  return [{ where: { path }, found: `${percent}`, allowed }];
}
