import { isPropertyMap, type PropertyMap, type UNKNOWN, type Value } from "../core/value";

/** A value that the engine keeps encrypted. Nothing below it may reach a log, a message or the ledger. */
export class Secret {
  constructor(readonly value: WireValue) {}
}

/** A property value as it travels: core's `Value` and the marks of secrets. */
export type WireValue =
  null | boolean | number | string | typeof UNKNOWN | Secret | readonly WireValue[] | WireMap;

export interface WireMap {
  readonly [name: string]: WireValue | undefined;
}

export function isWireMap(value: WireValue | undefined): value is WireMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Secret)
  );
}

/** The same value without its marks, for code that computes with it. */
export function reveal(value: WireValue): Value {
  if (value instanceof Secret) return reveal(value.value);
  if (Array.isArray(value)) return value.map((item) => reveal(item as WireValue));
  return isWireMap(value) ? revealMap(value) : (value as Value);
}

export function revealMap(map: WireMap): PropertyMap {
  return mapEntries(map, reveal);
}

/**
 * Puts the marks of `like` on a value of the same shape: secret wherever `like` is, at any depth.
 * Where the shapes part, a secret anywhere below `like` makes the whole value secret.
 */
export function sealLike(value: Value, like: WireValue | undefined): WireValue {
  if (like instanceof Secret) return new Secret(value);
  if (Array.isArray(like)) return sealArray(value, like);
  if (isWireMap(like) && isPropertyMap(value)) return sealMapLike(value, like);
  return holdsSecret(like) ? new Secret(value) : value;
}

export function sealMapLike(map: PropertyMap, like: WireMap): WireMap {
  return mapEntries(map, (value, name) => sealLike(value, own(like, name)));
}

/** Marks whole top-level properties secret: those that the provider itself declares so. */
export function sealNames(map: WireMap, names: readonly string[]): WireMap {
  return mapEntries(map, (value, name) =>
    names.includes(name) && !(value instanceof Secret) ? new Secret(value) : value,
  );
}

export function holdsSecret(value: WireValue | undefined): boolean {
  if (value instanceof Secret) return true;
  if (Array.isArray(value)) return value.some((item) => holdsSecret(item as WireValue));
  return isWireMap(value) && Object.values(value).some(holdsSecret);
}

/** A map of the same names, absent properties left out; safe for a property called `__proto__`. */
export function mapEntries<From, To>(
  map: Readonly<Record<string, From | undefined>>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  const changed = Object.entries(map)
    .filter((entry): entry is [string, From] => entry[1] !== undefined)
    .map(([name, value]) => [name, change(value, name)] as const);
  return Object.fromEntries(changed);
}

export function own<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** Items of a list that changed its length cannot be told apart any more: then one secret makes all of it secret. */
function sealArray(value: Value, like: readonly WireValue[]): WireValue {
  if (!Array.isArray(value) || value.length !== like.length) {
    return holdsSecret(like) ? new Secret(value) : value;
  }
  return value.map((item, index) => sealLike(item as Value, like[index]));
}
