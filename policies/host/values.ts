import { unknownSentinels } from "../../core/signatures";
import { type PropertyMap, type Value, UNKNOWN } from "../../core/value";

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

/** What a property holds, without a question to the proxy around it. */
export function valueAt(holder: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function isScalar(raw: unknown): raw is null | boolean | number | string {
  return raw === null || ["boolean", "number", "string"].includes(typeof raw);
}

function isPlain(raw: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(raw);
  return prototype === Object.prototype || prototype === null;
}
