import { inCents } from "../../core/money";
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
  /** `user:stack$velocity-platform-prod`; undefined counts the whole account. */
  costTag: string | undefined;
}

/** What is told of spending that is unlike the weeks before. */
export interface AnomalySpec {
  impactUsd: string;
  frequency: "DAILY" | "WEEKLY";
  monitorArn: string | undefined;
  emails: string[];
}

/** What happens when the budget is overrun. */
export interface ActionSpec {
  roles: string[];
  threshold: number;
  approvalModel: "AUTOMATIC" | "MANUAL";
  emails: string[];
}

/** Fills in the defaults. Check the args with `budgetProblems` first. */
export function budgetSpec(args: BudgetSettings): BudgetSpec {
  const { name, awsUsd, emails, thresholds, costTag } = args;
  return {
    name,
    limitAmount: asText(awsUsd),
    notifications: [
      ...(thresholds ?? defaults.thresholds).map((threshold): NotificationSpec => ({
        notificationType: "ACTUAL",
        threshold,
      })),
      { notificationType: "FORECASTED", threshold: defaults.forecastThreshold },
    ],
    emails: [...emails],
    costTag: costTag && `user:${costTag.key}$${costTag.value}`,
  };
}

export function anomalySpec({ anomalies, emails }: BudgetSettings): AnomalySpec | undefined {
  if (!anomalies) return undefined;
  return {
    impactUsd: asText(anomalies.impactUsd),
    frequency: anomalies.frequency ?? defaults.anomalyFrequency,
    monitorArn: anomalies.monitorArn,
    emails: [...emails],
  };
}

export function actionSpec({ action, emails }: BudgetSettings): ActionSpec | undefined {
  if (!action) return undefined;
  return {
    roles: [...action.roles],
    threshold: action.threshold ?? defaults.actionThreshold,
    approvalModel: action.approvalModel ?? defaults.actionApproval,
    emails: [...emails],
  };
}

function asText(dollars: number): string {
  return inCents(dollars) % 100 === 0 ? String(dollars) : dollars.toFixed(2);
}
