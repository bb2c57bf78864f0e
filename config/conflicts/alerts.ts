import { functionOf } from "../../catalogue/lambda";
import { excessOfPlan } from "../../catalogue/pagerduty";
import { routeFaults } from "../../core/alert-routes";
import { type AlertSeverity, alertSeverities } from "../../core/alerts";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: ALRT-10
/** Routes that reach nobody, and more than PagerDuty's plan has. Without any routes, the budget's addresses are told. */
export function alertConflicts({ alerts, access }: FileSettings): SettingsProblem[] {
  if (!alerts) return [];
  const { routes, chat, pagerduty } = alerts;
  const faults = routes ? routeFaults({ routes, chat, pagerduty }) : [];
  return [
    ...faults.map(({ path, ...what }) => ({ path: `${filePath(["alerts"])}.${path}`, ...what })),
    ...pagerProblems(pagerduty),
    ...alertSeverities.flatMap((severity) =>
      strangeFunctions(severity, routes?.[severity]?.lambdas ?? [], access?.accountId),
    ),
  ];
}

/** Only who owns a function may let a topic call it. */
function strangeFunctions(
  severity: AlertSeverity,
  arns: readonly string[],
  own: string | undefined,
): SettingsProblem[] {
  return arns.flatMap((arn, at) => {
    const account = functionOf(arn)?.account;
    if (own === undefined || account === own) return [];
    return [
      {
        path: `${filePath(["alerts", "routes", severity, "lambdas"])}[${at}]`,
        found: `a function of the account ${account ?? "that it does not name"}`,
        allowed: `a function of ${own}, the account of groundwork:access`,
        fix: "have a function of this account call the other one",
      },
    ];
  });
}

type Pager = NonNullable<FileSettings["alerts"]>["pagerduty"];

function pagerProblems(pagerduty: Pager): SettingsProblem[] {
  const { escalationPolicy: policy, plan } = pagerduty ?? {};
  if (typeof policy !== "object") return [];
  const excess = excessOfPlan(plan, policy.schedules.length);
  const path = filePath(["alerts", "pagerduty", "escalationPolicy", "schedules"]);
  return excess ? [{ path, ...excess }] : [];
}
