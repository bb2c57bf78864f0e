import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { DeclaredResource } from "../../core/resource";
import { toPropertyMap } from "./values";

type Seen = Pick<ResourceValidationArgs, "urn" | "type" | "name" | "props" | "opts" | "provider">;

const providerPrefix = "pulumi:providers:";

/** A resource as the engine shows it before making it: inputs and options, nothing about its neighbours. */
export function declaredResource({
  urn,
  type,
  name,
  props,
  opts,
  provider,
}: Seen): DeclaredResource {
  return {
    urn,
    type,
    name,
    // The engine does not say it; what a provider manages names its provider, and a component does not.
    custom: provider !== undefined || type.startsWith(providerPrefix),
    ...(opts.parent && { parent: opts.parent }),
    protect: opts.protect,
    inputs: toPropertyMap(props),
    propertyDependencies: {},
  };
}

/**
 * The same resource when the whole stack is known: outputs and property dependencies added. What the engine did not
 * show before, such as a resource that the program only reads, is taken by its outputs.
 */
export function completedResource(
  resource: PolicyResource,
  before: DeclaredResource | undefined,
): DeclaredResource {
  const dependencies = Object.entries(resource.propertyDependencies);
  return {
    ...(before ?? declaredResource(resource)),
    ...(resource.parent && { parent: resource.parent.urn }),
    outputs: toPropertyMap(resource.props),
    propertyDependencies: Object.fromEntries(
      dependencies.map(([property, resources]) => [property, resources.map(({ urn }) => urn)]),
    ),
  };
}
