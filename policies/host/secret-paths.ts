import { Secret } from "@pulumi/policy";
import { childPath } from "../../core/property-path";
import { valueAt } from "./values";

/**
 * Paths of the secrets among a resource's inputs, as the engine hands them to a remediation, the one kind of policy that
 * sees which values are secret. Property descriptors go past the SDK's proxies, which would unwrap each secret or throw
 * on the first unknown. A secret's value is not looked at.
 */
export function secretPathsIn(props: object): string[] {
  return Object.keys(props).flatMap((name) => pathsAt(valueAt(props, name), childPath("", name)));
}

function pathsAt(value: unknown, path: string): string[] {
  if (value instanceof Secret) return [path];
  if (Array.isArray(value)) {
    return [...value.keys()].flatMap((index) =>
      pathsAt(valueAt(value, index), `${path}[${index}]`),
    );
  }
  if (typeof value !== "object" || value === null || !isPlain(value)) return [];
  return Object.keys(value).flatMap((key) => pathsAt(valueAt(value, key), childPath(path, key)));
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
