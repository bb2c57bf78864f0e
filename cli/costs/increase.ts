import { Decimal } from "decimal.js";
import { z } from "zod";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
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

export function increaseState(
  { maxUsd, maxPercent }: z.infer<typeof bounds>,
  { before, delta }: Sums,
): AllowedIncrease {
  const [usd, percent] = [new Decimal(maxUsd), new Decimal(maxPercent)];
  const share = delta.expected.times(100).div(before.expected);
  const isAbove = delta.expected.gt(usd) || share.gt(percent);
  return { usd, percent, state: isAbove ? "above" : "within" };
}
