import {
  checklyFrequencies,
  locationsBeyond,
  longestCertificateNotice,
  longestResponse,
} from "../../catalogue/checkly";
import type { Problem } from "../../core/errors";
import { subscriptionSpecs } from "../alerts/spec";
import type { UptimeSettings } from "./args";
import { type ChecklyArgs, checklyDefaults } from "./checkly-args";
import { pageCheck, type Routes } from "./checkly/spec";
import { checkSpecs } from "./spec";

/** What is wrong with checks at Checkly; paths count from the args. Nothing where Route 53 asks. */
export function checklyProblems(args: UptimeSettings, routes: Routes): Problem[] {
  const { vendor, checkly = {} } = args;
  if (vendor !== "checkly") return idleProblems(args);
  return [
    ...route53Problems(args),
    ...numberProblems(checkly),
    ...planProblems(checkly),
    ...pageProblems(args),
    ...unheardProblems(args, routes),
  ];
}

/** What is said of Checkly where it asks nothing would silently change nothing. */
function idleProblems({ checkly }: UptimeSettings): Problem[] {
  if (!checkly) return [];
  const fix = "take it out, or say vendor: checkly";
  return [{ where: { path: "checkly" }, found: "said of Checkly, though Route 53 asks", fix }];
}

/** What Route 53 and AWS's canaries alone do. */
function route53Problems({ checks, overall, canary }: UptimeSettings): Problem[] {
  const only = "only Route 53 does it";
  const fix = "take it out, or say vendor: route53";
  const parts: [path: string, found: string, there: boolean][] = [
    ["overall", `one check over all others, though Checkly asks: ${only}`, Boolean(overall)],
    ["canary", "scripts on CloudWatch Synthetics beside those at Checkly", Boolean(canary)],
    ...Object.entries(checks).flatMap(([key, { ipAddress, standby }]): typeof parts => [
      [`checks.${key}.ipAddress`, `an address asked in the host's name: ${only}`, !!ipAddress],
      [`checks.${key}.standby`, "a standby, which only a canary asks", standby !== undefined],
    ]),
  ];
  return parts
    .filter(([, , there]) => there)
    .map(([path, found]) => ({ where: { path }, found, fix }));
}

function numberProblems({ everyMinutes, page, ...checkly }: ChecklyArgs): Problem[] {
  const paged = page ? page.everyMinutes : undefined;
  return [
    ...frequencyProblems("checkly.everyMinutes", everyMinutes),
    ...frequencyProblems("checkly.page.everyMinutes", paged),
    ...wholeProblems("checkly.degradedMs", checkly.degradedMs, longestResponse),
    ...wholeProblems("checkly.maxMs", checkly.maxMs, longestResponse),
    ...wholeProblems("checkly.certificateDays", checkly.certificateDays, longestCertificateNotice),
  ];
}

function frequencyProblems(path: string, minutes: number | undefined): Problem[] {
  const known: readonly number[] = checklyFrequencies;
  if (minutes === undefined || known.includes(minutes)) return [];
  return [{ where: { path }, found: `${minutes}`, allowed: `one of ${known.join(", ")}` }];
}

function wholeProblems(path: string, value: number | undefined, most: number): Problem[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= 1 && value <= most) return [];
  return [{ where: { path }, found: `${value}`, allowed: `a whole number from 1 to ${most}` }];
}

function planProblems({ plan = checklyDefaults.plan, locations }: ChecklyArgs): Problem[] {
  if (locations?.length === 0) {
    return [{ where: { path: "checkly.locations" }, found: "none", allowed: "one at least" }];
  }
  const beyond = locationsBeyond(plan, locations ?? checklyDefaults.locations);
  if (beyond.length === 0) return [];
  const found = `${beyond.join(", ")}, which the plan ${plan} does not have`;
  const fix = "take them out, or say plan: team";
  return [{ where: { path: "checkly.locations" }, found, fix }];
}

function pageProblems(args: UptimeSettings): Problem[] {
  const page = args.checkly?.page;
  const key = pageCheck(args);
  if (!page) return [];
  const problems: Problem[] = [];
  if (key !== undefined && !Object.hasOwn(args.checks, key)) {
    const allowed = `one of ${Object.keys(args.checks).join(", ")}`;
    problems.push({ where: { path: "checkly.page.check" }, found: key, allowed });
  }
  if (page.path !== undefined && !page.path.startsWith("/")) {
    const allowed = "a path that begins with /";
    problems.push({ where: { path: "checkly.page.path" }, found: page.path, allowed });
  }
  return problems;
}

// Requirement: ALRT-12
/** Checkly tells addresses and webhooks: a check of which it tells nobody is no check. */
function unheardProblems(args: UptimeSettings, routes: Routes): Problem[] {
  return checkSpecs(args)
    .filter(([, { severity }]) => subscriptionSpecs(routes[severity] ?? {}).length === 0)
    .map(([key, { severity }]) => ({
      where: { path: `checks.${key}` },
      found: `nobody whom Checkly can tell of what is ${severity}`,
      allowed: "an e-mail address or a webhook in the alert routes",
      fix: `add one under groundwork:alerts.routes.${severity}`,
    }));
}
