import type { StackBudget } from "../../../core/profile";

/** Where a stack's budget says the option of a rule. */
interface BudgetLimit {
  /** Below `budget`. */
  path: string;
  of: (budget: StackBudget) => number | undefined;
}

/**
 * Options that a stack also sets in its budget, by rule and option. They tighten a floor like the options under `rules`;
 * of both the tighter one holds.
 */
export const budgetLimits: Readonly<Record<string, Readonly<Record<string, BudgetLimit>>>> = {
  "cost-increase-bounded": {
    maxUsd: { path: "largestIncrease.usd", of: ({ largestIncrease }) => largestIncrease?.usd },
    maxPercent: {
      path: "largestIncrease.percent",
      of: ({ largestIncrease }) => largestIncrease?.percent,
    },
  },
  "estimate-priced": {
    maxPercent: { path: "notPricedPercent", of: ({ notPricedPercent }) => notPricedPercent },
  },
  "estimate-warns": {
    maxPercent: { path: "warnAtPercent", of: ({ warnAtPercent }) => warnAtPercent },
  },
  "high-estimate-bounded": {
    maxMultiple: { path: "highMultiple", of: ({ highMultiple }) => highMultiple },
  },
  "prices-fresh": {
    maxDays: { path: "oldestPriceDays", of: ({ oldestPriceDays }) => oldestPriceDays },
  },
};
