import type { DeclaredResource } from "../../core/resource";
import type { Value } from "../../core/value";
import type { CostedStack } from "../estimate";
import { withInputs } from "../variants";

export function ofType({ resources }: CostedStack, type: string): DeclaredResource[] {
  return resources.filter((one) => one.type === type);
}

/** The stack with other values of some inputs of each of the resources. */
export function changed(
  stack: CostedStack,
  those: readonly DeclaredResource[],
  inputs: (resource: DeclaredResource) => Readonly<Record<string, Value>>,
): CostedStack {
  const resources = those.reduce<readonly DeclaredResource[]>(
    (all, one) => withInputs(all, one, inputs(one)),
    stack.resources,
  );
  return { ...stack, resources };
}

export const namesOf = (resources: readonly DeclaredResource[]) =>
  resources.map(({ name }) => name);
