import type { Rule } from "../rule";
import { awsBudgetMatches } from "../rules/budget/aws-budget-matches";
import { budgetDeclared } from "../rules/budget/budget-declared";
import { budgetNotifies } from "../rules/budget/budget-notifies";
import { budgetWarnsAhead } from "../rules/budget/budget-warns-ahead";
import { databaseSizeLimited } from "../rules/budget/database-size-limited";
import { functionSizeLimited } from "../rules/budget/function-size-limited";
import { serviceScaleLimited } from "../rules/budget/service-scale-limited";
import { spendAnomaliesWatched } from "../rules/budget/spend-anomalies-watched";

export const budgetRules = [
  awsBudgetMatches,
  budgetDeclared,
  budgetNotifies,
  budgetWarnsAhead,
  databaseSizeLimited,
  functionSizeLimited,
  serviceScaleLimited,
  spendAnomaliesWatched,
] as const satisfies readonly Rule[];
