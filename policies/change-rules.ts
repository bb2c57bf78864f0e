import { z } from "zod";

const none = z.strictObject({});

/**
 * Rules that the gate judges on the steps of a preview, each with its options: declared resources alone do not answer
 * them. They are named here so that waivers and options for them are read like those of any other rule, wherever a stack
 * is judged.
 */
export const changeOptions = {
  "cost-increase-bounded": z.strictObject({
    maxUsd: z
      .number()
      .min(0)
      .describe("US dollars a month that one update may add; also budget.largestIncrease.usd."),
    maxPercent: z
      .number()
      .min(0)
      .describe("Percent that one update may add; also budget.largestIncrease.percent."),
  }),
  "deletes-limited": z.strictObject({
    max: z.int().min(0).describe("Resources that one update may delete or replace at most."),
  }),
  "headers-not-loosened": none,
  "private-stays-private": none,
  "protection-not-lifted": none,
  "retention-not-shortened": none,
  "stateful-kept": none,
} as const;

/** What judging options needs to know of them. */
export const changeRules = Object.entries<z.ZodObject>(changeOptions).map(([id, options]) => ({
  id,
  options,
}));

/** Ids of the rules that only a preview can answer. */
export const changeRuleIds: ReadonlySet<string> = new Set(changeRules.map(({ id }) => id));
