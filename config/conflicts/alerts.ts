import { excessOfPlan } from "../../catalogue/pagerduty";
import { routeFaults } from "../../core/alert-routes";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: ALRT-10
/** Routes that reach nobody, and more than PagerDuty's plan has. Without any routes, the budget's addresses are told. */
export function alertConflicts({ alerts }: FileSettings): SettingsProblem[] {
  if (!alerts) return [];
  const { routes, chat, pagerduty } = alerts;
  const faults = routes ? routeFaults({ routes, chat, pagerduty }) : [];
  return [
    ...faults.map(({ path, ...what }) => ({ path: `${filePath(["alerts"])}.${path}`, ...what })),
    ...pagerProblems(pagerduty),
  ];
}

type Pager = NonNullable<FileSettings["alerts"]>["pagerduty"];

function pagerProblems(pagerduty: Pager): SettingsProblem[] {
  const { escalationPolicy: policy, plan } = pagerduty ?? {};
  if (typeof policy !== "object") return [];
  const excess = excessOfPlan(plan, policy.schedules.length);
  const path = filePath(["alerts", "pagerduty", "escalationPolicy", "schedules"]);
  return excess ? [{ path, ...excess }] : [];
}
