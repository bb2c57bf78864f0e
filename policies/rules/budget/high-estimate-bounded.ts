import { z } from "zod";
import { estimateOf, isEmpty, largest, limitIn, nothingPriced } from "../../lib/budget/estimate";
import { judgeSum } from "../../lib/budget/judge-sum";
import { amount, dollars } from "../../lib/budget/money";
import { costControls } from "../../lib/budget/references";
import { linesInWords } from "../../lib/budget/words";
import { defineRule, notApplicable } from "../../rule";

export const highEstimateBounded = defineRule({
  id: "high-estimate-bounded",
  title: "A busy month costs no more than a stated multiple of the limit",
  why: "Use is what nobody decides, and a month of success or of an attack is billed like any other.",
  fix: "Put a ceiling on what grows with use, such as machines, retention or rates, correct the high figures in groundwork:costs, or raise monthlyUsd.",
  severity: "medium",
  topics: ["budget", "estimate"],
  references: [costControls],
  appliesTo: "stack",
  options: z.strictObject({
    maxMultiple: z
      .number()
      .gt(0)
      .describe("The most that a busy month may cost, in monthlyUsd; also budget.highMultiple."),
  }),
  check: (stack, { options: { maxMultiple }, settings: { budget } }) => {
    if (!budget) return notApplicable("the stack declares no budget");
    const bill = estimateOf(stack);
    if (isEmpty(bill)) return notApplicable(nothingPriced);
    const limit = amount(budget.monthlyUsd);
    const sum = bill.total.high;
    return judgeSum(stack, {
      evidence: limitIn(stack, "monthlyUsd"),
      sum,
      most: limit.times(maxMultiple),
      tell: () =>
        `a busy month would cost ${dollars(sum)}, more than ${maxMultiple} times the limit of ${dollars(limit)}; ` +
        `the largest lines then: ${linesInWords(largest(bill.lines, 5, "high"), "high")}`,
    });
  },
});
