import { exactAmounts } from "../money";
import { type Comparison, isRefused, type VendorOption } from "./compared";
import type { ComparisonJson } from "./schema";
import { refusalWords } from "./words";

/** Vendors for a program, exact to the last digit. */
export function comparisonJson(comparisons: readonly Comparison[]): ComparisonJson {
  return {
    version: 1,
    currency: "USD",
    period: "month",
    comparisons: comparisons.map(({ now, total, options, ...rest }) => ({
      ...rest,
      now: [...now],
      total: exactAmounts(total),
      options: options.map(optionJson),
    })),
  };
}

function optionJson(option: VendorOption) {
  if (isRefused(option)) return { vendor: option.vendor, problems: refusalWords(option) };
  const { vendor, isNow, total, delta, gaps, notPriced } = option;
  return {
    ...{ vendor, isNow },
    total: exactAmounts(total),
    delta: exactAmounts(delta),
    gaps: [...gaps],
    notPriced: [...notPriced],
  };
}
