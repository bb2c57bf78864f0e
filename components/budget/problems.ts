import { awsLimits } from "../../catalogue/limits/aws";
import type { Problem } from "../../core/errors";
import { inCents, isWholeCents, sumInCents } from "../../core/money";
import type { BudgetSettings } from "./args";

const { value: mostNotifications } = awsLimits.budgetNotifications;
const mostThresholds = mostNotifications - 1;

/** What AWS would refuse, and parts that do not fit the whole; paths count from the args. */
export function budgetProblems(args: BudgetSettings): Problem[] {
  const { awsUsd, emails, thresholds = [], anomalies, action } = args;
  return [
    ...sumProblems("awsUsd", awsUsd),
    ...countProblems("emails", emails, awsLimits.budgetSubscribers.value.emails, "addresses"),
    ...(thresholds.length > mostThresholds
      ? [
          {
            where: { path: "thresholds" },
            found: `${thresholds.length} percentages`,
            allowed: `at most ${mostThresholds}: AWS takes ${mostNotifications} notifications, and one is for the forecast`,
          },
        ]
      : []),
    ...shareProblems(args),
    ...(anomalies ? sumProblems("anomalies.impactUsd", anomalies.impactUsd) : []),
    ...(action
      ? countProblems("action.roles", action.roles, awsLimits.budgetActionRoles.value, "roles")
      : []),
  ];
}

function sumProblems(path: string, dollars: number): Problem[] {
  if (dollars > 0 && isWholeCents(dollars)) return [];
  return [{ where: { path }, found: String(dollars), allowed: "dollars and whole cents above 0" }];
}

function countProblems(path: string, list: readonly string[], most: number, what: string) {
  if (list.length >= 1 && list.length <= most) return [];
  return [{ where: { path }, found: `${list.length} ${what}`, allowed: `1 to ${most} ${what}` }];
}

function shareProblems({ monthlyUsd, shares = {} }: BudgetSettings): Problem[] {
  const bad = Object.entries(shares).flatMap(([service, dollars]) =>
    dollars >= 0 && isWholeCents(dollars)
      ? []
      : [
          {
            where: { path: `shares.${service}` },
            found: String(dollars),
            allowed: "dollars and whole cents, 0 or more",
          },
        ],
  );
  const cents = sumInCents(Object.values(shares));
  if (bad.length > 0 || cents <= inCents(monthlyUsd)) return bad;
  const found = `${(cents / 100).toFixed(2)} in all`;
  return [{ where: { path: "shares" }, found, allowed: `at most monthlyUsd, ${monthlyUsd}` }];
}
