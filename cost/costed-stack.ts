import { z } from "zod";
import { meters } from "../catalogue/usage";
import type { CostInputs } from "../core/costs";
import { tiers } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import { tierNamedBy } from "../core/tier";
import { tokens } from "../core/tokens";
import type { CostedStack } from "./estimate";

const amount = z.number().min(0);
const figure = z.union([amount, z.object({ low: amount, expected: amount, high: amount })]);
const figures = z.record(z.string(), figure).default({});

const profileSchema = z.object({
  tier: z.enum(tiers).optional(),
  costs: z
    .object({
      awsRegion: z.string().min(1),
      share: z.number().min(0).max(1),
      countedBy: z.string(),
      usage: figures,
      resources: z.record(z.string(), figures).default({}),
    })
    .optional(),
});

/**
 * A stack as its own resources say it is to be estimated: by the settings that its `StackProfile` carries. One that
 * carries none, as state written earlier, is estimated by its tier's assumptions and counts what accounts are billed once.
 */
export function costedStack(stack: string, resources: readonly DeclaredResource[]): CostedStack {
  const profile = resources.find(({ type }) => type === tokens.stackProfile);
  const parsed = profileSchema.safeParse(profile?.inputs ?? {});
  const { tier = tierNamedBy(stack) ?? "prod", costs = unsaid(stack) } = parsed.data ?? {};
  return { stack, tier, resources, costs: { ...costs, usage: known(costs.usage) } };
}

function unsaid(stack: string): CostInputs {
  return { awsRegion: "us-east-1", share: 1, countedBy: stack, usage: {}, resources: {} };
}

/** Figures of meters that this version has. */
function known(usage: CostInputs["usage"]): CostInputs["usage"] {
  return Object.fromEntries(Object.entries(usage).filter(([id]) => Object.hasOwn(meters, id)));
}
