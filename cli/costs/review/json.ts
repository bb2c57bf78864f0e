import { exact, exactAmounts } from "../money";
import type { Review, VendorReview } from "./review";
import type { ReviewJson } from "./schema";

/** A month's review for a program; sums are exact decimal text. */
export function reviewJson(review: Review): ReviewJson {
  const { stack, month, total, vendors, limits, savings } = review;
  return {
    version: 1,
    currency: "USD",
    stack,
    month,
    estimate: exactAmounts(total),
    vendors: vendors.map(vendorJson),
    limits: limits.map((one) => ({ ...one, usd: exact(one.usd), limit: exact(one.limit) })),
    advice: savings.map((one) => ({ ...one, of: [...one.of], usd: exact(one.usd) })),
  };
}

function vendorJson({ vendor, estimate, actual }: VendorReview): ReviewJson["vendors"][number] {
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
