import type { DeclaredResource } from "../core/resource";
import type { PropertyMap } from "../core/value";
import { writeWire } from "./values";

/** One resource of `check --dump`: what an engine preview would say of it. */
export interface DumpedResource {
  type: string;
  urn: string;
  /** Unknowns as the engine's sentinel string, secrets as its signature object with `ciphertext: "[secret]"`. */
  inputs: PropertyMap;
}

export function toDump(resource: DeclaredResource): DumpedResource {
  const { type, urn, inputs, secrets = [] } = resource;
  return { type, urn, inputs: writeWire(inputs, secrets) };
}
