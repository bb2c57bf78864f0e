import { byText } from "../core/order";
import type { DeclaredResource } from "../core/resource";

/** Whose line it is. */
export interface Payer {
  /** URN, or `account:<vendor>`. */
  resource: string;
  component: string;
}

export function accountOf(vendor: string): Payer {
  return { resource: `account:${vendor}`, component: vendor };
}

/** Tells each resource's payer: the outermost component that it stands in, by its parents. */
export function payers(resources: readonly DeclaredResource[]) {
  const byUrn = new Map(resources.map((one) => [one.urn, one]));
  const above = ({ parent }: DeclaredResource) => {
    const found = parent === undefined ? undefined : byUrn.get(parent);
    return found?.type === "pulumi:pulumi:Stack" ? undefined : found;
  };
  return (resource: DeclaredResource): Payer => {
    let outermost = resource;
    for (let up = above(outermost); up; up = above(outermost)) outermost = up;
    return { resource: resource.urn, component: outermost.name };
  };
}

type Ordered = Payer & { price?: { sku: string } };

/** By component, then resource, then price. */
export const inOrder = byText<Ordered>(
  ({ component }) => component,
  ({ resource }) => resource,
  ({ price }) => price?.sku ?? "",
);
