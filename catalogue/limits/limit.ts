import type { Confidence } from "../prices/price";

/** How much there may be, whether there is such a thing, or the vendor's words where no number says it. Infinity: no end. */
export type Figure = number | boolean | string | readonly number[];

/** What a plan, a size or an account gives at most, as of when, and who says so. */
export interface Limit {
  /** Unique: `vercel-fn-max-duration`. */
  sku: string;
  item: string;
  /** What is counted, in the words of a message: `hosts`, `seconds for a function`. `available`: yes or no. */
  unit: string;
  /** One figure, or one for each plan, or one for each of the parts that the item names. */
  value: Figure | Readonly<Record<string, Figure>>;
  /** The plan that it holds for, where it is not told by plan. */
  plan?: string;
  source: string;
  /** `YYYY-MM-DD` or `YYYY-MM`: when the source said it. Left out where the source has no date. */
  asOf?: string;
  confidence: Confidence;
  note?: string;
  /** Prices that count it, each as the free amount of its own. */
  priced?: readonly string[];
  /** Why nothing is held to it. Left out where a check or a price is. */
  recorded?: string;
}

/** The limits of one vendor, by the name that checks know them by. */
export type Limits = Readonly<Record<string, Limit>>;

/** No end that the vendor names. */
export const unlimited = Number.POSITIVE_INFINITY;
