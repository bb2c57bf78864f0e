import type { Problem } from "../../core/errors";
import type { CanaryArgs, SmokeArgs } from "./canary-args";
import { hostProblems } from "./host-problems";

/** What is wrong with the canaries; paths count from the args. `secrets` are the names that have a value. */
export function canaryProblems(
  canary: CanaryArgs | undefined,
  secrets: readonly string[],
): Problem[] {
  if (!canary) return [];
  const { interval, certificateDays, artifactDays, smoke } = canary;
  return [
    ...wholeProblems("canary.interval", interval, [1, 60]),
    ...wholeProblems("canary.certificateDays", certificateDays, [1, 90]),
    ...wholeProblems("canary.artifactDays", artifactDays, [1, 455]),
    ...(smoke ? smokeProblems(smoke, secrets) : []),
  ];
}

function smokeProblems(
  { secret, interval, requests }: SmokeArgs,
  secrets: readonly string[],
): Problem[] {
  const problems = wholeProblems("canary.smoke.interval", interval, [5, 60]);
  if (!secrets.includes(secret)) {
    const found = `${secret}, which has no value`;
    const fix = `set it: pulumi config set --secret --path 'groundwork:secrets.${secret}'`;
    problems.push({ where: { path: "canary.smoke.secret" }, found, fix });
  }
  if (Object.keys(requests).length === 0) {
    const allowed = "at least one request";
    problems.push({ where: { path: "canary.smoke.requests" }, found: "none", allowed });
  }
  for (const [name, { host, path }] of Object.entries(requests)) {
    const at = `canary.smoke.requests.${name}`;
    problems.push(...hostProblems(`${at}.host`, host));
    if (path.startsWith("/")) continue;
    const allowed = "a path that begins with /, such as /api/projects";
    problems.push({ where: { path: `${at}.path` }, found: path, allowed });
  }
  return problems;
}

function wholeProblems(
  path: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
): Problem[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  const allowed = `a whole number from ${least} to ${most}`;
  return [{ where: { path }, found: `${value}`, allowed }];
}
