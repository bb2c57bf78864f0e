import type { DeclaredResource } from "../../core/resource";
import { type Value, readProperty } from "../../core/value";
import type { Unpriced } from "../model";
import type { Pricer } from "../pricer";

/*
 * Inputs by their paths, as people write them: `runConfig.memoryInMb`, `metricQueries[0].period`.
 */

/** Prices by inputs without which nothing can be told. */
export function knowing(paths: readonly string[], pricer: Pricer): Pricer {
  return (resource, context) => notKnown(resource, paths) ?? pricer(resource, context);
}

/** Why there is no price where one of the inputs is still to be found out by the update; undefined where none is. */
export function notKnown(
  resource: DeclaredResource,
  paths: readonly string[],
): readonly Unpriced[] | undefined {
  const unknown = paths.find((path) => read(resource, path).state === "unknown");
  if (unknown === undefined) return undefined;
  return [{ notPriced: `${unknown} is not known before the update` }];
}

/** The number at a path; undefined where there is none. */
export function numberAt(resource: DeclaredResource, path: string): number | undefined {
  const value = valueAt(resource, path);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function textAt(resource: DeclaredResource, path: string): string | undefined {
  const value = valueAt(resource, path);
  return typeof value === "string" ? value : undefined;
}

export function itemsAt(resource: DeclaredResource, path: string): readonly Value[] {
  const value = valueAt(resource, path);
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

/** What is said at a path; undefined where it is left out or not known. */
export function valueAt(resource: DeclaredResource, path: string): Value | undefined {
  const reading = read(resource, path);
  return reading.state === "known" ? reading.value : undefined;
}

function read({ inputs }: DeclaredResource, path: string) {
  const steps = path.split(/\.|(?=\[)/);
  return readProperty(
    inputs,
    steps.map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step)),
  );
}
