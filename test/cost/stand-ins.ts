import type { CostInputs } from "../../core/costs";
import type { DeclaredResource } from "../../core/resource";
import type { PropertyMap } from "../../core/value";

/** A resource as a program declares it; a component when its type is one of ours. */
export function declared(
  type: string,
  name: string,
  inputs: PropertyMap = {},
  parent?: DeclaredResource,
): DeclaredResource {
  const urn = `urn:pulumi:trial::shop::${parent ? `${parent.type}$` : ""}${type}::${name}`;
  return {
    urn,
    type,
    name,
    custom: !type.startsWith("groundwork:"),
    protect: false,
    inputs,
    propertyDependencies: {},
    ...(parent && { parent: parent.urn }),
  };
}

/** A stack that counts all that its accounts are billed and granted, in the region whose prices are known best. */
export function costs(over: Partial<CostInputs> = {}): CostInputs {
  return {
    awsRegion: "us-east-1",
    share: 1,
    countedBy: "trial",
    usage: {},
    resources: {},
    ...over,
  };
}
