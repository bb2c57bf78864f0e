import { z } from "zod";
import { estimateOf, isEmpty, limitIn, nothingPriced } from "../../lib/budget/estimate";
import { costVisibility } from "../../lib/budget/references";
import { priced } from "../../lib/budget/priced";
import { defineRule, fail, notApplicable, pass } from "../../rule";

export const estimatePriced = defineRule({
  id: "estimate-priced",
  title: "Nearly everything in the stack has a price",
  why: "What has no price is missing from every sum that a limit is held against.",
  fix: "Give the inputs that decide a price plain values, use what has a published price, or waive this with the sum that was agreed on.",
  severity: "medium",
  topics: ["budget", "estimate"],
  references: [costVisibility],
  appliesTo: "stack",
  options: z.strictObject({
    maxPercent: z
      .number()
      .min(0)
      .max(100)
      .describe("Percent of the resources without a price; also budget.notPricedPercent."),
  }),
  check: (stack, { options: { maxPercent } }) => {
    const bill = estimateOf(stack);
    if (isEmpty(bill)) return notApplicable(nothingPriced);
    const { percent, words } = priced(bill);
    const evidence = limitIn(stack, "notPricedPercent");
    return percent <= maxPercent
      ? pass({ ...evidence, message: words })
      : fail({ ...evidence, message: `${words}; allowed are ${maxPercent} percent` });
  },
});
