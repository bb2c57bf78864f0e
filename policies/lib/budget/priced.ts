import { Decimal } from "decimal.js";
import { groupBy } from "../../../core/group";
import type { Estimate } from "../../../cost/model";
import { sumOf } from "./estimate";
import { firstOf } from "./words";

/** How much of a stack has a price, by the count of its resources, and how sure those prices are. */
export function priced(bill: Estimate): { percent: number; words: string } {
  const [open, all] = [resourcesIn(bill.notPriced), resourcesIn(everything(bill))];
  const words =
    `${open} of ${all} resources have no price${types(bill)}; ` +
    `prices of low confidence carry ${percent(lowShare(bill))} of the expected cost`;
  return { percent: new Decimal(open).times(100).div(all).toNumber(), words };
}

function everything({ lines, free, notPriced }: Estimate): readonly { resource: string }[] {
  return [...lines.filter(({ resource }) => resource.startsWith("urn:")), ...free, ...notPriced];
}

function resourcesIn(entries: readonly { resource: string }[]): number {
  return new Set(entries.map(({ resource }) => resource)).size;
}

function types({ notPriced }: Estimate): string {
  const byType = [...groupBy(notPriced, ({ type }) => type)].map(
    ([type, of]) => `${type} ${resourcesIn(of)}`,
  );
  return byType.length > 0 ? ` (${firstOf(byType.sort())})` : "";
}

function lowShare({ lines, total }: Estimate): Decimal {
  const low = sumOf(lines.filter(({ price }) => price.confidence === "low")).expected;
  return total.expected.gt(0) ? low.times(100).div(total.expected) : new Decimal(0);
}

function percent(share: Decimal): string {
  return `${share.toFixed(1, Decimal.ROUND_HALF_UP)} percent`;
}
