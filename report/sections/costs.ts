import { Decimal } from "decimal.js";
import { groupBy } from "../../core/group";
import type { CostLine, Estimate } from "../../cost/model";
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
      ...unsureOf(priced),
    }),
  );
  return {
    total: asText(total),
    ...(limitUsd !== undefined && { limitUsd: String(limitUsd) }),
    ...unsureOf(lines),
    components: components
      .sort(byText(({ component }) => component))
      .sort((one, other) => other.sum.expected.comparedTo(one.sum.expected))
      .map(({ component, sum, ...unsure }) => ({ component, monthlyUsd: asText(sum), ...unsure })),
    notPriced: notPriced.map(({ resource, type, notPriced: why }) => ({ resource, type, why })),
    elsewhere,
  };
}

/** What is charged by prices that nobody read where the vendor says them. */
function unsureOf(lines: readonly CostLine[]): { lowConfidenceUsd?: string } {
  const usd = lines
    .filter(({ price, monthlyUsd }) => price.confidence === "low" && monthlyUsd.expected.gt(0))
    .reduce((all, { monthlyUsd }) => all.plus(monthlyUsd.expected), new Decimal(0));
  return usd.isZero() ? {} : { lowConfidenceUsd: usd.toFixed() };
}

function asText({ low, expected, high }: Amounts): ReportedAmounts {
  return { low: low.toFixed(), expected: expected.toFixed(), high: high.toFixed() };
}
