import Decimal from "decimal.js";

/** What is promised of a service, and what it may cost users. */
export interface Objective {
  /** Percent of a month: `99.9`. */
  percent: string;
  /** Minutes of a month of 30 days in which the service may be down: `43.2`. */
  errorBudgetMinutes: string;
}

/** A month of 30 days, as all our promises count it: no calendar, so that the figure is the same on every day. */
const minutesOfMonth = 30 * 24 * 60;

/**
 * How many times faster than even the budget of a month may go for an hour: at 14.4, that hour takes 2 percent of it.
 * Source: The Site Reliability Workbook, chapter 5 (Alerting on SLOs).
 */
const fastBurn = 14.4;

// Requirement: HOST-13, ENV-16, UPT-09
/** Objectives with their error budgets, by service. */
export function objectivesOf(
  percents: Readonly<Record<string, number>> = {},
): Record<string, Objective> {
  return Object.fromEntries(
    Object.entries(percents).map(([service, percent]) => [service, objectiveOf(percent)]),
  );
}

/** The share of an hour below which the error budget burns too fast. */
export function burnThreshold(percent: number): number {
  return new Decimal(1).minus(failing(percent).times(fastBurn)).toNumber();
}

function objectiveOf(percent: number): Objective {
  return {
    percent: new Decimal(percent).toString(),
    errorBudgetMinutes: failing(percent).times(minutesOfMonth).toString(),
  };
}

/** The share of the time that may fail. */
function failing(percent: number): Decimal {
  return new Decimal(100).minus(percent).dividedBy(100);
}
