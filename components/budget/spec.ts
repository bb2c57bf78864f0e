import type { Problem } from "../../core/errors";
import { type BudgetSettings, defaults } from "./args";

/** One message of the budget. */
interface NotificationSpec {
  notificationType: "ACTUAL" | "FORECASTED";
  /** Percent of the limit. */
  threshold: number;
}

/** The budget as AWS is told about it. */
export interface BudgetSpec {
  name: string;
  /** US dollars as decimal text. */
  limitAmount: string;
  notifications: NotificationSpec[];
  emails: string[];
}

/** Fills in the defaults. Check the args with `budgetProblems` first. */
export function budgetSpec({ name, awsUsd, emails, thresholds }: BudgetSettings): BudgetSpec {
  return {
    name,
    limitAmount: inCents(awsUsd) % 100 === 0 ? String(awsUsd) : awsUsd.toFixed(2),
    notifications: [
      ...(thresholds ?? defaults.thresholds).map((threshold): NotificationSpec => ({
        notificationType: "ACTUAL",
        threshold,
      })),
      { notificationType: "FORECASTED", threshold: defaults.forecastThreshold },
    ],
    emails: [...emails],
  };
}

/** What AWS would refuse; paths count from the args. */
export function budgetProblems({ awsUsd, emails, thresholds = [] }: BudgetSettings): Problem[] {
  const problems: Problem[] = [];
  if (!(awsUsd > 0) || Math.abs(awsUsd * 100 - inCents(awsUsd)) > 1e-6) {
    const allowed = "dollars and whole cents above 0";
    problems.push({ where: { path: "awsUsd" }, found: String(awsUsd), allowed });
  }
  if (emails.length < 1 || emails.length > 10) {
    const found = `${emails.length} addresses`;
    problems.push({ where: { path: "emails" }, found, allowed: "1 to 10 addresses" });
  }
  if (thresholds.length > 9) {
    const found = `${thresholds.length} percentages`;
    const allowed = "at most 9: AWS takes 10 notifications, and one is for the forecast";
    problems.push({ where: { path: "thresholds" }, found, allowed });
  }
  return problems;
}

function inCents(dollars: number): number {
  return Math.round(dollars * 100);
}
