import type { CostInputs } from "../core/costs";
import type { Tier } from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import { accountLines } from "./accounts";
import { type PricingContext, contextOf } from "./context";
import { lineOf, rounded } from "./lines";
import type { CostLine, Estimate, FreeResource, Pricing, UnpricedResource } from "./model";
import { type Payer, accountOf, inOrder, payers } from "./payer";
import { accounts, credits, pricers } from "./pricers";
import { mapAmounts, sumAmounts } from "./scenarios";

/** A stack as the estimate needs it. */
export interface CostedStack {
  stack: string;
  tier: Tier;
  resources: readonly DeclaredResource[];
  costs: CostInputs;
}

/** What the stack's resources cost a month. Pure: the same resources and settings give the same lines. */
export function estimate({ stack, tier, resources, costs }: CostedStack): Estimate {
  const context = contextOf(tier, resources, costs);
  const bill = new Bill();
  const payerOf = payers(resources);
  for (const resource of resources) {
    for (const pricing of pricingsOf(resource, context)) {
      bill.add(pricing, payerOf(resource), resource.type);
    }
  }
  const elsewhere = addAccounts(bill, context);
  const { free, notPriced } = bill;
  const ordered = bill.lines.sort(inOrder);
  const lines = [...ordered, ...accountLines(ordered, credits, context)];
  return {
    stack,
    lines,
    free: free.sort(inOrder),
    notPriced: notPriced.sort(inOrder),
    elsewhere,
    total: sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd)),
  };
}

/** What a provider manages and no pricer knows is not priced; a component without a pricer only holds others. */
function pricingsOf(resource: DeclaredResource, context: PricingContext): readonly Pricing[] {
  const priced = Object.hasOwn(pricers, resource.type) ? pricers[resource.type] : undefined;
  if (priced) return priced(resource, context);
  return resource.custom && !isOfTheEngine(resource)
    ? [{ notPriced: "no price of its type is known here" }]
    : [];
}

/** The engine keeps providers as resources too; an offline run has none. */
function isOfTheEngine({ type }: DeclaredResource): boolean {
  return type.startsWith("pulumi:");
}

/** Plans and seats, each counted as far as this stack counts them; the rest is named. */
function addAccounts(bill: Bill, context: PricingContext): string[] {
  const { share } = context.costs;
  return accounts.flatMap(({ vendor, what, charges }) => {
    const all = charges(context);
    const payer = accountOf(vendor);
    for (const charge of share > 0 ? all : []) {
      const quantity = mapAmounts(charge.quantity, (units) => rounded(units.times(share)));
      bill.add({ ...charge, quantity }, payer, payer.resource);
    }
    return all.length > 0 && share < 1 ? [what] : [];
  });
}

class Bill {
  readonly lines: CostLine[] = [];
  readonly free: FreeResource[] = [];
  readonly notPriced: UnpricedResource[] = [];

  add(pricing: Pricing, payer: Payer, type: string) {
    if ("free" in pricing) this.free.push({ ...payer, ...pricing });
    else if ("notPriced" in pricing) this.notPriced.push({ ...payer, type, ...pricing });
    else this.addLine(lineOf(pricing, payer), payer, type);
  }

  private addLine(line: CostLine | string, payer: Payer, type: string) {
    if (typeof line === "string") this.notPriced.push({ ...payer, type, notPriced: line });
    else this.lines.push(line);
  }
}
