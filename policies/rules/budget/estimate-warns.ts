import { z } from "zod";
import { estimateOf, isEmpty, largest, limitIn, nothingPriced } from "../../lib/budget/estimate";
import { judgeSum } from "../../lib/budget/judge-sum";
import { amount, dollars, inCents } from "../../lib/budget/money";
import { costControls } from "../../lib/budget/references";
import { linesInWords } from "../../lib/budget/words";
import { defineRule, notApplicable } from "../../rule";

export const estimateWarns = defineRule({
  id: "estimate-warns",
  title: "What the stack is expected to cost leaves room below its limit",
  why: "A stack that is planned to the last dollar passes its limit with the first month that is busier than thought.",
  fix: "Look at the largest lines now, while nothing has to be decided in a hurry, or agree on a new monthlyUsd.",
  severity: "low",
  topics: ["budget", "estimate"],
  references: [costControls],
  appliesTo: "stack",
  options: z.strictObject({
    maxPercent: z
      .number()
      .gt(0)
      .max(100)
      .describe("Percent of monthlyUsd up to which nothing is said; also budget.warnAtPercent."),
  }),
  check: (stack, { options: { maxPercent }, settings: { budget } }) => {
    if (!budget) return notApplicable("the stack declares no budget");
    const bill = estimateOf(stack);
    if (isEmpty(bill)) return notApplicable(nothingPriced);
    const limit = amount(budget.monthlyUsd);
    const sum = bill.total.expected;
    if (inCents(sum).gt(limit)) {
      return notApplicable("the limit itself is passed, which estimate-within-budget tells");
    }
    return judgeSum(stack, {
      evidence: limitIn(stack, "monthlyUsd"),
      sum,
      most: limit.times(maxPercent).div(100),
      tell: () =>
        `${dollars(sum)} a month is expected, more than ${maxPercent} percent of the limit of ${dollars(limit)}; ` +
        `the largest lines: ${linesInWords(largest(bill.lines, 3))}`,
    });
  },
});
