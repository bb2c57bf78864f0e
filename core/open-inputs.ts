import { childPath } from "./property-path";
import type { DeclaredResource } from "./resource";
import { type PropertyMap, type Value, isPropertyMap } from "./value";

/** Stands where a secret stood. The engine writes the same into its events. */
export const hiddenSecret = "[secret]";

/**
 * The resource with a sign in place of every input that is known to be secret, at any depth. Of its outputs the id alone
 * stays, by which others name it: nothing tells which of the rest are secret.
 */
export function withoutSecrets(resource: DeclaredResource): DeclaredResource {
  const { secrets = [], outputs, ...known } = resource;
  const id = outputs?.id;
  const rest = { ...known, ...(typeof id === "string" && { outputs: { id } }) };
  if (secrets.length === 0) return rest;
  const paths = new Set(secrets);
  const write = (value: Value, path: string): Value => {
    if (paths.has(path)) return hiddenSecret;
    if (Array.isArray(value)) return value.map((one: Value, at) => write(one, `${path}[${at}]`));
    return isPropertyMap(value) ? map(value, path) : value;
  };
  const map = (values: PropertyMap, path: string): PropertyMap =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        value === undefined ? undefined : write(value, childPath(path, key)),
      ]),
    );
  return { ...rest, secrets, inputs: map(resource.inputs, "") };
}
