import { functionArnShape, functionOf } from "../../catalogue/lambda";
import { excessOfPlan } from "../../catalogue/pagerduty";
import { routeFaults } from "../../core/alert-routes";
import { alertSeverities } from "../../core/alerts";
import type { Problem } from "../../core/errors";
import { alarmKeys } from "./alarms";
import type { AlertsSettings, WebhookArgs } from "./args";
import { responderRole } from "./spec";

/** What is wrong with the args; paths count from them. */
export function alertProblems(args: AlertsSettings, secrets: object): Problem[] {
  return [
    ...routeFaults(args).map(({ path, ...what }): Problem => ({ where: { path }, ...what })),
    ...alertSeverities.flatMap((severity) =>
      Object.entries(args.routes[severity]?.webhooks ?? {}).flatMap(([name, webhook]) =>
        addressProblems(`routes.${severity}.webhooks.${name}`, webhook, secrets),
      ),
    ),
    ...alertSeverities.flatMap((severity) =>
      responderProblems(`routes.${severity}.lambdas`, args.routes[severity]?.lambdas ?? []),
    ),
    ...pagerProblems(args),
    ...strangers(args),
  ];
}

/** What is no function, and two that would bear one name in the program. */
function responderProblems(path: string, arns: readonly string[]): Problem[] {
  return arns.flatMap((arn, at): Problem[] => {
    const where = { path: `${path}[${at}]` };
    if (!functionOf(arn)) return [{ where, found: arn, allowed: functionArnShape }];
    const isAgain = arns.slice(0, at).some((one) => responderRole(one) === responderRole(arn));
    return isAgain ? [{ where, found: `${arn} again`, allowed: "each function once" }] : [];
  });
}

/** Numbers that PagerDuty refuses, and what the plan does not have. */
function pagerProblems({ pagerduty }: AlertsSettings): Problem[] {
  if (!pagerduty) return [];
  const { escalationPolicy: policy, plan } = pagerduty;
  if (typeof policy === "string") return [];
  const { schedules, escalateAfterMinutes, repeats } = policy;
  const at = "pagerduty.escalationPolicy";
  const none = schedules.length > 0 ? undefined : { found: "none", allowed: "a schedule at least" };
  const fault = none ?? excessOfPlan(plan, schedules.length);
  return [
    ...(fault ? [{ where: { path: `${at}.schedules` }, ...fault }] : []),
    ...rangeProblems(`${at}.escalateAfterMinutes`, escalateAfterMinutes, [1, 1440]),
    ...rangeProblems(`${at}.repeats`, repeats, [0, 9]),
  ];
}

function rangeProblems(
  path: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
): Problem[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  const allowed = `a whole number from ${least} to ${most}`;
  return [{ where: { path }, found: `${value}`, allowed }];
}

/** A word about an alarm that is not there would silently change nothing. */
function strangers(args: AlertsSettings): Problem[] {
  const keys = alarmKeys(args);
  return Object.keys(args.alarms ?? {})
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      where: { path: `alarms.${key}` },
      found: "no such alarm",
      allowed: `one of ${keys.join(", ")}`,
    }));
}

function addressProblems(path: string, { url, secret }: WebhookArgs, secrets: object): Problem[] {
  if (secret !== undefined && !Object.hasOwn(secrets, secret)) {
    const fix = `set it: pulumi config set --secret --path 'groundwork:secrets.${secret}'`;
    return [{ where: { path: `${path}.secret` }, found: `no secret named ${secret}`, fix }];
  }
  if (url === undefined || url.startsWith("https://")) return [];
  return [{ where: { path: `${path}.url` }, found: url, allowed: "an address with https://" }];
}
