import type { Rule } from "../rule";
import { awsBudgetMatches } from "../rules/budget/aws-budget-matches";
import { budgetDeclared } from "../rules/budget/budget-declared";
import { budgetNotifies } from "../rules/budget/budget-notifies";

export const budgetRules = [
  awsBudgetMatches,
  budgetDeclared,
  budgetNotifies,
] as const satisfies readonly Rule[];
