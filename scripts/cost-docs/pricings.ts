import { contextOf, type PricingContext } from "../../cost/context";
import type { CostedStack } from "../../cost/estimate";
import type { Charge, Pricing } from "../../cost/model";
import { accounts, pricers } from "../../cost/pricers";
import type { DeclaredResource } from "../../core/resource";

/** Everything that a pricer answered about resources of one type. */
export interface TypePricing {
  type: string;
  /** Whether one of the stacks declares it; else it was asked about one that says nothing of itself. */
  isDeclared: boolean;
  skus: readonly string[];
  /** Reason and source. */
  free: readonly (readonly [string, string])[];
  notPriced: readonly string[];
}

interface Asked {
  resource: DeclaredResource;
  context: PricingContext;
}

/** How each type is priced: by what the pricers say of every resource that the stacks declare, sorted by type. */
export function typePricings(stacks: readonly CostedStack[]): TypePricing[] {
  const asked = stacks.flatMap((stack): Asked[] => {
    const context = contextIn(stack);
    return stack.resources.map((resource) => ({ resource, context }));
  });
  return Object.keys(pricers)
    .sort()
    .map((type) => {
      const own = asked.filter(({ resource }) => resource.type === type);
      const answers = (own.length > 0 ? own : [bare(type)]).flatMap(ask);
      return { type, isDeclared: own.length > 0, ...merged(answers) };
    });
}

/** What each vendor's account is billed once in any of the stacks. */
export function accountPricings(
  stacks: readonly CostedStack[],
): { vendor: string; what: string; skus: readonly string[] }[] {
  return accounts.map(({ vendor, what, charges }) => {
    const all = stacks.flatMap((stack) => charges(contextIn(stack)));
    return { vendor, what, skus: merged(all).skus };
  });
}

function contextIn({ tier, resources, costs }: CostedStack): PricingContext {
  return contextOf(tier, resources, { ...costs, share: 1 });
}

function ask({ resource, context }: Asked): readonly Pricing[] {
  return pricers[resource.type]?.(resource, context) ?? [];
}

/** A resource by itself that says nothing: what its type costs whatever it says. */
function bare(type: string): Asked {
  const resource: DeclaredResource = {
    urn: `urn:pulumi:prod::example::${type}::example`,
    type,
    name: "example",
    custom: true,
    protect: false,
    inputs: {},
    propertyDependencies: {},
  };
  const costs = {
    awsRegion: "us-east-1",
    share: 1,
    countedBy: "prod",
    usage: {},
    resources: {},
  };
  return { resource, context: contextOf("prod", [resource], costs) };
}

function merged(answers: readonly Pricing[]): Pick<TypePricing, "skus" | "free" | "notPriced"> {
  const isCharge = (one: Pricing): one is Charge => "sku" in one;
  const free = answers.flatMap((one) => ("free" in one ? [[one.free, one.source] as const] : []));
  const reasons = answers.flatMap((one) => ("notPriced" in one ? [one.notPriced] : []));
  return {
    skus: sorted(answers.filter(isCharge).map(({ sku }) => sku)),
    free: [...new Map(free.map((one) => [one.join("\n"), one])).values()].sort(),
    notPriced: sorted(reasons),
  };
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
