import { Decimal } from "decimal.js";
import { type MeterId, meters } from "../catalogue/usage";
import type { CostInputs, UsageFigure } from "../core/costs";
import { groupBy } from "../core/group";
import type { Tier } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import { remembered } from "./remembered";
import { type Amounts, always, eachScenario, mapAmounts } from "./scenarios";

/** What a pricer may know besides the resource itself. */
export interface PricingContext {
  tier: Tier;
  costs: CostInputs;
  ofType: (type: string) => readonly DeclaredResource[];
  /** Resources of any of the types. The same list of types gives the same array, so that `used` counts it once. */
  ofTypes: (types: readonly string[]) => readonly DeclaredResource[];
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
  const ofType = (type: string) => byType.get(type) ?? [];
  return {
    tier,
    costs,
    ofType,
    ofTypes: remembered((types: readonly string[]) => types.flatMap(ofType)),
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

  const parts = remembered((_: readonly DeclaredResource[]) => new Map<MeterId, Amounts>());
  const partOf = (meter: MeterId, sharers: readonly DeclaredResource[]): Amounts => {
    const without = sharers.filter((one) => ownFigure(meter, one) === undefined).length;
    return mapAmounts(total(meter), (units) => units.div(Math.max(without, 1)));
  };

  return {
    total,
    used(meter: MeterId, by: DeclaredResource, sharers: readonly DeclaredResource[]): Amounts {
      const own = ownFigure(meter, by);
      if (own !== undefined) return amountsOf(own);
      const known = parts(sharers);
      const part = known.get(meter) ?? partOf(meter, sharers);
      known.set(meter, part);
      return part;
    },
  };
}

function amountsOf(figure: UsageFigure): Amounts {
  if (typeof figure === "number") return always(figure);
  return eachScenario((scenario) => new Decimal(figure[scenario]));
}
