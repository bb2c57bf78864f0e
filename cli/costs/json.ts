import type { Price } from "../../catalogue/prices/price";
import type { CostLine, UnpricedResource } from "../../cost/model";
import type { StackBill } from "./bill";
import type { Difference, Sums } from "./difference";
import type { PlacedResult } from "../../core/placed-result";
import { findingsOf } from "./findings";
import { exact, exactAmounts } from "./money";
import type { EstimateJson, StackJson } from "./schema";

/** Bills for a program: every line, exact to the last digit. */
export function billJson(bills: readonly StackBill[]): EstimateJson {
  return { version: 1, currency: "USD", period: "month", stacks: bills.map(stackJson) };
}

function stackJson(bill: StackBill): StackJson {
  const { stack, costed, estimate, budget, shares, change } = bill;
  const { lowConfidence } = shares;
  return {
    stack,
    tier: costed.tier,
    set: [...bill.set],
    lines: estimate.lines.map(lineJson),
    total: exactAmounts(estimate.total),
    free: estimate.free.map(({ resource, component, free, source }) => ({
      resource,
      component,
      reason: free,
      source,
    })),
    notPriced: estimate.notPriced.map(unpricedJson),
    countedElsewhere: { by: costed.costs.countedBy, what: [...estimate.elsewhere] },
    budget: { ...budget, monthlyUsd: exact(budget.monthlyUsd) },
    findings: findingsOf(bill.results).map(findingJson),
    shares: {
      ...shares,
      lowConfidence: { usd: exact(lowConfidence.usd), of: exact(lowConfidence.of) },
    },
    ...(change && { change: { ...changeJson(change), ...increaseJson(bill) } }),
  };
}

function findingJson({ rule, state, level, message, waiver }: PlacedResult) {
  if (!waiver) return { rule, state, level, message };
  const { owner, expires, reason } = waiver;
  return { rule, state, level, message, waiver: { owner, expires, reason } };
}

function lineJson(line: CostLine): StackJson["lines"][number] {
  const { resource, component, kind, price, standsIn, quantity, included, rests } = line;
  const { region, source, asOf, confidence } = price;
  return {
    resource,
    component,
    kind,
    ...priceJson(price),
    quantity: exactAmounts(quantity),
    included: exact(included),
    price: price.usd ?? "0",
    ...(region !== undefined && { region }),
    ...(standsIn !== undefined && { standsIn }),
    source,
    ...(asOf !== undefined && { asOf }),
    confidence,
    assumptions: [...rests],
    monthlyUsd: exactAmounts(line.monthlyUsd),
  };
}

function priceJson({ vendor, sku, item, unit }: Price) {
  return { vendor, sku, item, unit };
}

function unpricedJson({ resource, component, type, notPriced }: UnpricedResource) {
  return { resource, component, type, reason: notPriced };
}

function changeJson({ against, lines, total, newlyUnpriced }: Difference) {
  return {
    against,
    lines: lines.map(({ sign, resource, component, kind, price, ...amounts }) => ({
      sign,
      resource,
      component,
      kind,
      ...priceJson(price),
      ...sumsJson(amounts),
    })),
    total: sumsJson(total),
    newlyUnpriced: newlyUnpriced.map(unpricedJson),
  };
}

function increaseJson({ increase }: StackBill) {
  if (!increase) return {};
  const { usd, percent, state } = increase;
  return { allowedIncrease: { usd: exact(usd), percent: exact(percent), state } };
}

function sumsJson({ before, after, delta }: Sums) {
  return {
    before: exactAmounts(before),
    after: exactAmounts(after),
    delta: exactAmounts(delta),
  };
}
