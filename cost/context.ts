import { Decimal } from "decimal.js";
import { type MeterId, meters } from "../catalogue/usage";
import type { CostInputs, UsageFigure } from "../core/costs";
import { groupBy } from "../core/group";
import type { Tier } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import { type Amounts, always, eachScenario, mapAmounts } from "./scenarios";

/** What a pricer may know besides the resource itself. */
export interface PricingContext {
  tier: Tier;
  costs: CostInputs;
  ofType: (type: string) => readonly DeclaredResource[];
  get: (urn: string) => DeclaredResource | undefined;
  /** A resource's region on AWS: its own where it names one, else the provider's. */
  awsRegion: (resource: DeclaredResource) => string;
  /**
   * Units of a meter that fall to a resource: its own figure where the stack file names it, else an equal part of the
   * stack's among `sharers` resources, those with figures of their own left out.
   */
  used: (meter: MeterId, by: DeclaredResource, sharers: readonly DeclaredResource[]) => Amounts;
  /** Units of a meter in the whole stack. */
  total: (meter: MeterId) => Amounts;
}

/** What pricers of this stack may know. Built once a stack, in one pass. */
export function contextOf(
  tier: Tier,
  resources: readonly DeclaredResource[],
  costs: CostInputs,
): PricingContext {
  const byType = groupBy(resources, ({ type }) => type);
  const byUrn = new Map(resources.map((one) => [one.urn, one]));
  return {
    tier,
    costs,
    ofType: (type) => byType.get(type) ?? [],
    get: (urn) => byUrn.get(urn),
    awsRegion: ({ inputs: { region } }) =>
      typeof region === "string" && region !== "" ? region : costs.awsRegion,
    ...usageReader(tier, costs),
  };
}

function usageReader(tier: Tier, { usage, resources }: CostInputs) {
  const ownFigure = (meter: MeterId, { name }: DeclaredResource): UsageFigure | undefined =>
    Object.hasOwn(resources, name) ? resources[name]?.[meter] : undefined;

  const total = (meter: MeterId): Amounts => {
    const said = Object.hasOwn(usage, meter) ? usage[meter] : undefined;
    if (said !== undefined) return amountsOf(said);
    const [low, expected, high] = meters[meter].assumed[tier];
    return amountsOf({ low, expected, high });
  };

  return {
    total,
    used(meter: MeterId, by: DeclaredResource, sharers: readonly DeclaredResource[]): Amounts {
      const own = ownFigure(meter, by);
      if (own !== undefined) return amountsOf(own);
      const without = sharers.filter((one) => ownFigure(meter, one) === undefined).length;
      return mapAmounts(total(meter), (units) => units.div(Math.max(without, 1)));
    },
  };
}

function amountsOf(figure: UsageFigure): Amounts {
  if (typeof figure === "number") return always(figure);
  return eachScenario((scenario) => new Decimal(figure[scenario]));
}
