import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap } from "../../../core/value";

/** The day on which the kit judges, unless a test names another. */
export const today = new Date("2026-06-15T12:00:00Z");

/** A declared resource of the stack `prod`; whatever the test does not care about is filled in. */
export function resource(
  type: string,
  name: string,
  inputs: PropertyMap = {},
  rest: Partial<DeclaredResource> = {},
): DeclaredResource {
  return {
    urn: `urn:pulumi:prod::groundwork::${type}::${name}`,
    type,
    name,
    custom: !type.startsWith("groundwork:") && !type.startsWith("pulumi:pulumi:"),
    protect: false,
    inputs,
    propertyDependencies: {},
    ...rest,
  };
}

/** The stack itself. */
export const root = resource("pulumi:pulumi:Stack", "groundwork-prod");
