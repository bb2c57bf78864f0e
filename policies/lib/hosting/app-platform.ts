import { pathText } from "../../../core/property-path";
import type { PropertyMap, Value } from "../../../core/value";
import { readItems } from "../lists";

/** Kinds of components that an app of DigitalOcean's App Platform is made of and that read variables. */
const kinds = ["services", "staticSites", "workers", "jobs", "functions"] as const;

/** A part of an app's specification, and where it stands. */
export interface AppPart {
  value: Value;
  path: readonly (string | number)[];
}

/** Components of one kind: `spec.services[0]`. */
export function appComponents(inputs: PropertyMap, kind: (typeof kinds)[number]): AppPart[] {
  return partsAt(inputs, ["spec", kind]);
}

/** Every variable, the app's own and its components': `spec.services[0].envs[2]`. */
export function appVariables(inputs: PropertyMap): AppPart[] {
  const holders = kinds.flatMap((kind) => appComponents(inputs, kind).map(({ path }) => path));
  return [["spec"], ...holders].flatMap((path) => partsAt(inputs, [...path, "envs"]));
}

/** Rules of its ingress. */
export function appIngress(inputs: PropertyMap): AppPart[] {
  return partsAt(inputs, ["spec", "ingress", "rules"]);
}

/** Path of a property of a part. */
export function within({ path }: AppPart, ...steps: string[]): string {
  return pathText([...path, ...steps]);
}

function partsAt(inputs: PropertyMap, path: readonly (string | number)[]): AppPart[] {
  return readItems(inputs, path).map((value, at) => ({ value, path: [...path, at] }));
}
