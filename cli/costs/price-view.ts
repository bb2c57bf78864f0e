import type { Price } from "../../catalogue/prices/price";
import { groupBy } from "../../core/group";
import { colours } from "../view/colours";
import { table } from "../view/table";

export interface AgedPrice {
  price: Price;
  /** Days since the day for which its source says it; undefined where it says none. */
  age: number | undefined;
  /** Older than the limit, or of a day that nobody knows. */
  isOld: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

export function agedPrice(price: Price, { now, maxAge }: { now: Date; maxAge: number }): AgedPrice {
  if (price.asOf === undefined) return { price, age: undefined, isOld: true };
  const age = Math.max(0, Math.floor((now.getTime() - Date.parse(price.asOf)) / dayMs));
  return { price, age, isOld: age > maxAge };
}

/** Prices by vendor for a person, each with its age and source. */
export function pricesText(prices: readonly AgedPrice[], maxAge: number): string {
  const blocks = [...groupBy(prices, ({ price }) => price.vendor)].map(([vendor, own]) =>
    [colours.bold(`${vendor} (${own.length})`), table(own.map(rowOf))].join("\n"),
  );
  const old = prices.filter(({ isOld }) => isOld).length;
  const low = prices.filter(({ price }) => price.confidence === "low").length;
  const summary = `${prices.length} prices; ! ${old} older than ${maxAge} days or without a date; ? ${low} of low confidence`;
  return [...blocks, summary].join("\n\n");
}

function rowOf({ price, age, isOld }: AgedPrice): string[] {
  const marks = [isOld && "!", price.confidence === "low" && "?"].filter(Boolean).join("");
  return [
    `  ${marks.padEnd(2)} ${price.sku}`,
    price.usd === null ? "not published" : `$${price.usd} / ${price.unit}`,
    price.region ?? "",
    age === undefined ? "no date" : `${age} d`,
    price.confidence,
    price.source,
  ];
}

/** The same for a program: each price as the catalogue has it, with its age in days. */
export function pricesJson(prices: readonly AgedPrice[], maxAge: number): object {
  return {
    version: 1,
    currency: "USD",
    maxAge,
    prices: prices.map(({ price, age, isOld }) => ({ ...price, ageDays: age ?? null, old: isOld })),
  };
}
