import { instanceSizes } from "../catalogue/sizes";
import type { DeclaredResource } from "../core/resource";
import type { Value } from "../core/value";
import { textAt } from "./pricers/inputs";

/** A stack's resources with one thing changed. */
export interface Variant {
  /** `db at instanceSize large` */
  said: string;
  resources: readonly DeclaredResource[];
}

/** Inputs that say how large something is, with the sizes that they take, smallest first. */
const sizes: Readonly<Record<string, { input: string; rising: readonly string[] }>> = {
  "supabase:index/project:Project": { input: "instanceSize", rising: instanceSizes },
};

/** The same resource at each smaller size, largest first: the first that is enough gives up least. */
export function smaller(all: readonly DeclaredResource[], resource: DeclaredResource): Variant[] {
  const sized = Object.hasOwn(sizes, resource.type) ? sizes[resource.type] : undefined;
  if (!sized) return [];
  const { input, rising } = sized;
  const now = rising.indexOf(textAt(resource, input) ?? "");
  const fewer = rising.slice(0, Math.max(now, 0)).toReversed();
  return fewer.map((size) => ({
    said: `${resource.name} at ${input} ${size}`,
    resources: withInputs(all, resource, { [input]: size }),
  }));
}

/** The resource left out; with it goes what stands inside it. */
export function without(all: readonly DeclaredResource[], resource: DeclaredResource): Variant {
  const byUrn = new Map(all.map((one) => [one.urn, one]));
  const isInside = (one: DeclaredResource | undefined): boolean =>
    one !== undefined &&
    (one === resource || (one.parent !== undefined && isInside(byUrn.get(one.parent))));
  return { said: `${resource.name} left out`, resources: all.filter((one) => !isInside(one)) };
}

/** The resource with other values of some inputs. */
export function withInputs(
  all: readonly DeclaredResource[],
  resource: DeclaredResource,
  inputs: Readonly<Record<string, Value>>,
): DeclaredResource[] {
  const changed = { ...resource, inputs: { ...resource.inputs, ...inputs } };
  return all.map((one) => (one === resource ? changed : one));
}
