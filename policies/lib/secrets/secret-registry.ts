import type { PropertyMap } from "../../../core/value";
import { readMap } from "../maps";
import { readText } from "../text";

/** Names in the registry of a component of secrets. */
export function registeredSecrets(inputs: PropertyMap): string[] {
  return Object.keys(readMap(inputs, ["registry"]));
}

/** Paths below a registered secret where a destination gives it a name of its own. */
const ownNames = [
  ["destinations", "awsSecretsManager", "name"],
  ["destinations", "github", "secretName"],
] as const;

/** Names in the registry, and those that destinations know them by. */
export function registeredNames(inputs: PropertyMap): string[] {
  return registeredSecrets(inputs).flatMap((name) => [
    name,
    ...ownNames.flatMap((path) => readText(inputs, ["registry", name, ...path]) ?? []),
  ]);
}
