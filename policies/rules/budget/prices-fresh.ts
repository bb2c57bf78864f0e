import { z } from "zod";
import { estimateOf, limitIn } from "../../lib/budget/estimate";
import { costVisibility } from "../../lib/budget/references";
import { firstOf } from "../../lib/budget/words";
import { defineRule, fail, notApplicable, pass } from "../../rule";

const day = 86_400_000;

export const pricesFresh = defineRule({
  id: "prices-fresh",
  title: "The prices that the estimate rests on were looked up lately",
  why: "Vendors change their prices several times a year, and an estimate of last year's is held against this year's limit.",
  fix: "Take a newer version of Groundwork, or look the prices up at their sources and send them in; npx groundwork prices lists both.",
  severity: "low",
  topics: ["budget", "estimate"],
  references: [costVisibility],
  appliesTo: "stack",
  options: z.strictObject({
    maxDays: z
      .int()
      .min(1)
      .describe("Days after which a price counts as old; also budget.oldestPriceDays."),
  }),
  check: (stack, { options: { maxDays }, today }) => {
    const used = new Map(estimateOf(stack).lines.map(({ price }) => [price.sku, price]));
    if (used.size === 0) return notApplicable("nothing in the stack has a price");
    const oldest = new Date(Date.parse(today) - maxDays * day).toISOString().slice(0, 10);
    // Days in this form compare as text. A price without a day may be of any.
    const old = [...used.values()]
      .filter(({ asOf }) => asOf === undefined || asOf < oldest)
      .map(({ sku, asOf }) => `${sku} (${asOf ?? "without a date"})`)
      .sort();
    const evidence = limitIn(stack, "oldestPriceDays");
    if (old.length === 0) return pass({ ...evidence, wanted: `none older than ${maxDays} days` });
    const message = `${old.length} of the ${used.size} prices used are older than ${maxDays} days or without a date: ${firstOf(old, 3)}`;
    return fail({ ...evidence, message });
  },
});
