import { signatureKey, signatures, unknownSentinel } from "../core/signatures";
import { childPath } from "../core/property-path";
import { isPropertyMap, UNKNOWN, type PropertyMap, type Value } from "../core/value";

/** Properties with secrets unwrapped, and the paths at which they stood. */
export interface ReadProperties {
  values: PropertyMap;
  /** `databasePassword`, `variables[0].value`, `domains["example.com"].token`; an inner secret of a secret is not repeated. */
  secrets: string[];
}

/**
 * Turns properties as they travel to the engine into our own values. `unknownTexts` are stand-ins for values that
 * nobody can know here: a text that holds one is unknown, as is one that holds the SDK's sentinel.
 */
export function readWire(
  wire: Readonly<Record<string, unknown>>,
  unknownTexts: readonly string[] = [],
): ReadProperties {
  const stands = [unknownSentinel, ...unknownTexts];
  const secrets: string[] = [];
  const read = (value: unknown, path: string, secret: boolean): Value => {
    if (typeof value === "string") return stands.some((s) => value.includes(s)) ? UNKNOWN : value;
    if (value === null || typeof value === "number" || typeof value === "boolean") return value;
    if (Array.isArray(value)) return value.map((v, i) => read(v, `${path}[${i}]`, secret));
    if (typeof value !== "object") throw new Error(`${path}: no property value: ${typeof value}`);
    const map = value as Record<string, unknown>;
    if (map[signatureKey] === signatures.secret) {
      if (!secret) secrets.push(path);
      return read(map.value, path, true);
    }
    return mapEntries(map, (v, key) => read(v, childPath(path, key), secret));
  };
  return { values: mapEntries(wire, (v, key) => read(v, childPath("", key), false)), secrets };
}

/** The way back: values as the engine writes them into events, with unknowns as sentinels and no secret readable. */
export function writeWire(values: PropertyMap, secrets: readonly string[]): PropertyMap {
  const secretPaths = new Set(secrets);
  const write = (value: Value, path: string): Value => {
    if (secretPaths.has(path)) {
      return { [signatureKey]: signatures.secret, ciphertext: "[secret]" };
    }
    if (value === UNKNOWN) return unknownSentinel;
    if (Array.isArray(value)) return value.map((v: Value, i) => write(v, `${path}[${i}]`));
    if (!isPropertyMap(value)) return value;
    return mapEntries(value, (v, key) => write(v, childPath(path, key)));
  };
  return mapEntries(values, (v, key) => write(v, childPath("", key)));
}

function mapEntries<T, R extends Value>(
  map: Readonly<Record<string, T | undefined>>,
  change: (value: T, key: string) => R,
): PropertyMap {
  const entries: [string, R][] = [];
  for (const [key, value] of Object.entries(map)) {
    if (value !== undefined) entries.push([key, change(value, key)]);
  }
  return Object.fromEntries(entries);
}
