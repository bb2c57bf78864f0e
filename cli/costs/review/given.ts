import { Decimal } from "decimal.js";
import { type PriceVendor, vendors } from "../../../catalogue/prices/price";
import { UserError } from "../../../core/errors";
import type { Actual } from "./adapter";
import { type Month, monthWords } from "./month";

/** Sums of invoices as a person gives them, `aws=61.20`, by vendor. Refuses what is none, all at once. */
export function givenActuals(
  given: readonly string[],
  month: Month,
): ReadonlyMap<PriceVendor, Actual> {
  const wrong = given.filter((one) => !read(one));
  if (wrong.length > 0) throw new UserError(wrong.map(problem), 2);
  return new Map(
    given.flatMap((one) => {
      const found = read(one);
      if (!found) return [];
      const { vendor, usd } = found;
      const source = `--actual ${vendor}`;
      return [[vendor, { usd, period: monthWords(month), part: month.part, source }] as const];
    }),
  );
}

function read(given: string): { vendor: PriceVendor; usd: Decimal } | undefined {
  const [name, amount = ""] = given.split("=", 2);
  const vendor = vendors.find((one) => one === name);
  return vendor && /^\d+(\.\d+)?$/.test(amount) ? { vendor, usd: new Decimal(amount) } : undefined;
}

function problem(given: string) {
  return {
    where: { path: `--actual ${given}` },
    found: "no vendor and sum",
    allowed: `one of ${vendors.join(", ")}, = and US dollars`,
    fix: "write the invoice's sum as --actual aws=61.20",
  };
}
