import type { Decimal } from "decimal.js";
import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { costedStack } from "../../../cost/costed-stack";
import { estimate } from "../../../cost/estimate";
import { smaller, type Variant, without } from "../../../cost/variants";
import type { StackView } from "../../stack-view";
import { estimateOf, sumOf } from "./estimate";
import { dollars, inCents } from "./money";

/** Resources that are tried one by one, dearest first, and ways that are told. */
const [tried, told] = [5, 3];

/**
 * What by itself would bring the expected cost under the limit: a smaller size, else one of the dearest resources left
 * out. Each is estimated anew, because what accounts are granted changes with it. Half a sentence, also where nothing does.
 */
export function wayUnder(stack: StackView, limit: Decimal.Value): string {
  const ways = dearest(stack).flatMap((resource) => {
    const variants = [...smaller(stack.resources, resource), without(stack.resources, resource)];
    return variants.flatMap((variant) => heldBy(stack, variant, limit)).slice(0, 1);
  });
  return ways.length > 0
    ? `it would hold with ${ways.slice(0, told).join(", or with ")}`
    : "no smaller size and no single resource less is enough";
}

/** The variant in words where it holds. One that leaves more without a price is cheaper on paper alone. */
function heldBy(stack: StackView, { said, resources }: Variant, limit: Decimal.Value): string[] {
  const { total, notPriced } = estimate(costedStack(parseUrn(stack.urn).stack, resources));
  if (notPriced.length > estimateOf(stack).notPriced.length) return [];
  return inCents(total.expected).lte(limit) ? [`${said} (${dollars(total.expected)})`] : [];
}

function dearest(stack: StackView): DeclaredResource[] {
  const byResource = groupBy(estimateOf(stack).lines, ({ resource }) => resource);
  return [...byResource]
    .map(([urn, lines]) => ({ resource: stack.get(urn), usd: sumOf(lines).expected }))
    .filter(({ usd }) => usd.gt(0))
    .sort((a, b) => b.usd.cmp(a.usd))
    .flatMap(({ resource }) => resource ?? [])
    .slice(0, tried);
}
