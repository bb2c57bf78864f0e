import { exact, exactAmounts } from "../money";
import type { Review, VendorReview } from "./review";

/** A month's review for a program; sums are exact decimal text. */
export function reviewJson({ stack, month, total, vendors, limits, savings }: Review): object {
  return {
    version: 1,
    currency: "USD",
    stack,
    month,
    estimate: exactAmounts(total),
    vendors: vendors.map(vendorJson),
    limits: limits.map((one) => ({ ...one, usd: exact(one.usd), limit: exact(one.limit) })),
    advice: savings.map((one) => ({ ...one, usd: exact(one.usd) })),
  };
}

function vendorJson({ vendor, estimate, actual }: VendorReview): object {
  const sums = { vendor, estimate: exactAmounts(estimate) };
  if (!("usd" in actual)) return { ...sums, notRead: actual.notRead };
  const { usd, period, source, only, drift } = actual;
  return {
    ...sums,
    actual: { usd: exact(usd), period, source, ...(only !== undefined && { only }) },
    drift: {
      expected: exact(drift.expected),
      usd: exact(drift.usd),
      ...(drift.percent && { percent: drift.percent.toFixed(1) }),
    },
  };
}
