import { groupBy } from "../../core/group";
import type { Estimate } from "../../cost/model";
import { type Amounts, sumAmounts } from "../../cost/scenarios";
import type { ReportedAmounts, ReportedCosts } from "../model";
import { byText } from "../../core/order";

/** The estimate by component, dearest first, and what it does not hold. */
export function reportedCosts(
  { lines, notPriced, elsewhere, total }: Estimate,
  limitUsd: number | undefined,
): ReportedCosts {
  const components = [...groupBy(lines, ({ component }) => component)].map(
    ([component, priced]) => ({
      component,
      sum: sumAmounts(priced.map(({ monthlyUsd }) => monthlyUsd)),
    }),
  );
  return {
    total: asText(total),
    ...(limitUsd !== undefined && { limitUsd: String(limitUsd) }),
    components: components
      .sort(byText(({ component }) => component))
      .sort((one, other) => other.sum.expected.comparedTo(one.sum.expected))
      .map(({ component, sum }) => ({ component, monthlyUsd: asText(sum) })),
    notPriced: notPriced.map(({ resource, type, notPriced: why }) => ({ resource, type, why })),
    elsewhere,
  };
}

function asText({ low, expected, high }: Amounts): ReportedAmounts {
  return { low: low.toFixed(), expected: expected.toFixed(), high: high.toFixed() };
}
