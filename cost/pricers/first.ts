import type { DeclaredResource } from "../../core/resource";

/** The one that comes first by its URN: the same whatever the order in which a program declares them. */
export function firstByUrn(all: readonly DeclaredResource[]): DeclaredResource | undefined {
  return all.reduce<DeclaredResource | undefined>(
    (first, one) => (first === undefined || one.urn < first.urn ? one : first),
    undefined,
  );
}
