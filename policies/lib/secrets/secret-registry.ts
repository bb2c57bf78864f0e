import { type PropertyMap, isPropertyMap, readProperty } from "../../../core/value";

/** Names in the registry of a component of secrets. */
export function registeredSecrets(inputs: PropertyMap): string[] {
  const registry = readProperty(inputs, ["registry"]);
  return registry.state === "known" && isPropertyMap(registry.value)
    ? Object.keys(registry.value)
    : [];
}
