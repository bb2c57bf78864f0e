import type { Rule } from "../rule";
import { awsBudgetMatches } from "../rules/budget/aws-budget-matches";
import { awsEstimateWithinShare } from "../rules/budget/aws-estimate-within-share";
import { budgetDeclared } from "../rules/budget/budget-declared";
import { budgetNotifies } from "../rules/budget/budget-notifies";
import { budgetWarnsAhead } from "../rules/budget/budget-warns-ahead";
import { databaseSizeLimited } from "../rules/budget/database-size-limited";
import { estimatePriced } from "../rules/budget/estimate-priced";
import { estimateWarns } from "../rules/budget/estimate-warns";
import { estimateWithinBudget } from "../rules/budget/estimate-within-budget";
import { functionSizeLimited } from "../rules/budget/function-size-limited";
import { highEstimateBounded } from "../rules/budget/high-estimate-bounded";
import { pricesFresh } from "../rules/budget/prices-fresh";
import { serviceScaleLimited } from "../rules/budget/service-scale-limited";
import { spendAnomaliesWatched } from "../rules/budget/spend-anomalies-watched";

export const budgetRules = [
  awsBudgetMatches,
  awsEstimateWithinShare,
  budgetDeclared,
  budgetNotifies,
  budgetWarnsAhead,
  databaseSizeLimited,
  estimatePriced,
  estimateWarns,
  estimateWithinBudget,
  functionSizeLimited,
  highEstimateBounded,
  pricesFresh,
  serviceScaleLimited,
  spendAnomaliesWatched,
] as const satisfies readonly Rule[];
