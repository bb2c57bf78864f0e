import { Decimal } from "decimal.js";
import type { Price } from "../catalogue/prices/price";
import type { Charge, CostLine, LineKind } from "./model";
import type { Payer } from "./payer";
import { priceOf, readPrice } from "./price-list";
import { isConstant, mapAmounts, zero } from "./scenarios";

/** Digits after the point that sums and quantities keep: a millionth of a dollar, far below what a bill shows. */
const places = 6;

export const rounded = (amount: Decimal) => amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);

/** The line of one charge, or the reason why its price is none. */
export function lineOf(charge: Charge, payer: Payer): CostLine | string {
  const { price, standsIn } = priceOf(charge.sku, charge.region);
  const { usd, included } = readPrice(price);
  if (!usd) return `${price.item}: no list price is published`;
  const quantity = mapAmounts(charge.quantity, rounded);
  const rests = charge.rests ?? [];
  return {
    ...payer,
    kind: kindOf(charge),
    price,
    ...(standsIn !== undefined && { standsIn }),
    quantity,
    included,
    rests,
    monthlyUsd: mapAmounts(quantity, (units) =>
      rounded(paidUnits(price, units.minus(included)).times(usd)),
    ),
  };
}

/** Units that are paid: none below what is free, and a started one whole where the vendor says so. */
export function paidUnits({ wholeUnits }: Price, units: Decimal): Decimal {
  const paid = Decimal.max(units, zero);
  return wholeUnits ? paid.ceil() : paid;
}

function kindOf({ quantity, rests = [] }: Charge): LineKind {
  return rests.length > 0 || !isConstant(quantity) ? "usage" : "fixed";
}
