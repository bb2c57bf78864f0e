import { type PropertyMap, type Value, UNKNOWN } from "../../core/value";

/** How the engine writes a value that is not known yet: boolean, number, string, array, asset, archive, object. */
export const unknownSentinels: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/**
 * A policy's `props` as our own values. The SDK hands them over in a proxy that throws on the first unknown, and
 * the engine turns that throw into a mere advisory; property descriptors go past the proxy.
 */
export function toPropertyMap(props: object): PropertyMap {
  const names = Object.keys(props);
  return Object.fromEntries(names.map((name) => [name, toValue(valueAt(props, name))]));
}

function toValue(raw: unknown): Value {
  if (unknownSentinels.has(raw)) return UNKNOWN;
  if (isScalar(raw)) return raw;
  if (Array.isArray(raw)) return Array.from(raw.keys(), (index) => toValue(valueAt(raw, index)));
  return typeof raw === "object" && raw !== null && isPlain(raw) ? toPropertyMap(raw) : opaque;
}

/** Assets and archives: files, which no rule reads. */
const opaque: PropertyMap = {};

function valueAt(holder: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function isScalar(raw: unknown): raw is null | boolean | number | string {
  return raw === null || ["boolean", "number", "string"].includes(typeof raw);
}

function isPlain(raw: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(raw);
  return prototype === Object.prototype || prototype === null;
}
