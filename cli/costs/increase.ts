import { Decimal } from "decimal.js";
import { z } from "zod";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { inCents } from "../../policies/lib/budget/money";
import { readSettings } from "../../policies/profile";
import { planOptions } from "../../policies/tighten";
import type { Sums } from "./difference";

/** By how much one update may raise the expected sum at most; the gate refuses one that passes either. */
export interface AllowedIncrease {
  usd: Decimal;
  percent: Decimal;
  state: "within" | "above";
}

const bounds = z.object({ maxUsd: z.number(), maxPercent: z.number() });
/** The rule of the gate that holds updates to it. */
const rule = { id: "cost-increase-bounded", options: bounds };

/** What the stack may cost more after one update, and whether this is. Nothing is said of a stack that cost nothing before. */
export function allowedIncrease(
  resources: readonly DeclaredResource[],
  stack: string,
  change: Sums,
): AllowedIncrease | undefined {
  const profile = resources.find(({ type }) => type === tokens.stackProfile);
  const { settings } = readSettings(profile?.inputs, stack);
  const { data } = bounds.safeParse(planOptions([], settings).optionsOf(rule));
  return data && change.before.expected.gt(0) ? increaseState(data, change) : undefined;
}

/** In whole cents, as the rule of the gate judges. */
export function increaseState(
  { maxUsd, maxPercent }: z.infer<typeof bounds>,
  { before, after }: Sums,
): AllowedIncrease {
  const [usd, percent] = [new Decimal(maxUsd), new Decimal(maxPercent)];
  const was = inCents(before.expected);
  const rise = inCents(after.expected).minus(was);
  const isAbove = rise.gt(usd) || (rise.gt(0) && rise.times(100).gt(percent.times(was)));
  return { usd, percent, state: isAbove ? "above" : "within" };
}
