import { z } from "zod";
import { estimateOf, isEmpty, largest, limitIn, nothingPriced } from "../../lib/budget/estimate";
import { judgeSum } from "../../lib/budget/judge-sum";
import { amount, dollars } from "../../lib/budget/money";
import { costControls } from "../../lib/budget/references";
import { wayUnder } from "../../lib/budget/savings";
import { linesInWords } from "../../lib/budget/words";
import { defineRule, notApplicable } from "../../rule";

export const estimateWithinBudget = defineRule({
  id: "estimate-within-budget",
  title: "What the stack is expected to cost a month is within its limit",
  why: "What is declared is paid for from the next hour on, and the invoice that shows it comes a month later.",
  fix: "Choose smaller sizes or leave something out, correct groundwork:costs where the use is another one, or have the owner of the budget raise monthlyUsd.",
  severity: "high",
  topics: ["budget", "estimate"],
  references: [costControls],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { budget } }) => {
    if (!budget) return notApplicable("the stack declares no budget");
    const bill = estimateOf(stack);
    if (isEmpty(bill)) return notApplicable(nothingPriced);
    const limit = amount(budget.monthlyUsd);
    const sum = bill.total.expected;
    return judgeSum(stack, {
      evidence: limitIn(stack, "monthlyUsd"),
      sum,
      most: limit,
      tell: () =>
        `${dollars(sum)} a month is expected, ${dollars(sum.minus(limit))} more than the limit of ${dollars(limit)}; ` +
        `the largest lines: ${linesInWords(largest(bill.lines, 5))}; ${wayUnder(stack, limit)}`,
    });
  },
});
