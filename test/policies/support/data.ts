import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap, Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { resource, supabaseProject } from "./stack";

/** A bucket on S3 by its purpose. */
export const bucket = (name: string, purpose = "assets", inputs: PropertyMap = {}) =>
  resource(providerTypes.awsBucket, name, {
    bucket: `shop-${name}`,
    tags: { Purpose: purpose },
    ...inputs,
  });

/** A setting of a bucket as a component declares it: the name is an output of the bucket. */
export function settingOf(
  { urn, name, inputs }: DeclaredResource,
  type: string,
  values: PropertyMap,
): DeclaredResource {
  const all: PropertyMap = { bucket: inputs.bucket ?? null, ...values };
  return resource(type, `${name}-setting`, all, { propertyDependencies: { bucket: [urn] } });
}

/** Something that belongs to the stack's Supabase project. */
export function ofProject(
  type: string,
  name: string,
  inputs: PropertyMap = {},
  project = supabaseProject,
): DeclaredResource {
  const propertyDependencies = { projectRef: [project.urn] };
  return resource(type, name, inputs, { propertyDependencies });
}

/** The project with settings that hold one block. */
export function withSettings(block: string, values: Value): DeclaredResource[] {
  const text = typeof values === "symbol" ? values : JSON.stringify(values);
  return [
    supabaseProject,
    ofProject(providerTypes.supabaseSettings, "settings", { [block]: text }),
  ];
}
