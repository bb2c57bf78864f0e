import type { Decimal } from "decimal.js";
import { instanceSizes } from "../../../catalogue/sizes";
import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { readProperty } from "../../../core/value";
import { costedStack } from "../../../cost/costed-stack";
import { estimate } from "../../../cost/estimate";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";
import { estimateOf, sumOf } from "./estimate";
import { dollars, inCents } from "./money";

/** Inputs that say how large something is, with the sizes that they take, smallest first. */
const sizes: Readonly<Record<string, { input: string; rising: readonly string[] }>> = {
  [providerTypes.supabaseProject]: { input: "instanceSize", rising: instanceSizes },
};

/** Resources that are tried one by one, dearest first, and ways that are told. */
const [tried, told] = [5, 3];

/** A stack with one thing changed. */
interface Variant {
  /** `db with instanceSize large` */
  said: string;
  resources: readonly DeclaredResource[];
}

/**
 * What by itself would bring the expected cost under the limit: a smaller size, else one of the dearest resources left
 * out. Each is estimated anew, because what accounts are granted changes with it. Half a sentence, also where nothing does.
 */
export function wayUnder(stack: StackView, limit: Decimal.Value): string {
  const ways = dearest(stack).flatMap((resource) => {
    const variants = [...smaller(stack, resource), without(stack, resource)];
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

/** Largest first: the first that holds is the one that gives up least. */
function smaller(stack: StackView, resource: DeclaredResource): Variant[] {
  const sized = Object.hasOwn(sizes, resource.type) ? sizes[resource.type] : undefined;
  if (!sized) return [];
  const { input, rising } = sized;
  const now = rising.indexOf(textOf(readProperty(resource.inputs, [input])) ?? "");
  const fewer = rising.slice(0, Math.max(now, 0)).toReversed();
  return fewer.map((size) => {
    const changed = { ...resource, inputs: { ...resource.inputs, [input]: size } };
    const resources = stack.resources.map((one) => (one === resource ? changed : one));
    return { said: `${resource.name} at ${input} ${size}`, resources };
  });
}

/** With it goes what stands inside it. */
function without(stack: StackView, resource: DeclaredResource): Variant {
  const isInside = (one: DeclaredResource | undefined): boolean =>
    one !== undefined &&
    (one === resource || (one.parent !== undefined && isInside(stack.get(one.parent))));
  const resources = stack.resources.filter((one) => !isInside(one));
  return { said: `${resource.name} left out`, resources };
}
