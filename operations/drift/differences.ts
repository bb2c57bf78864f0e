import { isDeepStrictEqual } from "node:util";
import { parseJson } from "../../core/json";
import { childPath } from "../../core/property-path";
import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";

/** One property that is another one at the provider than in the state; undefined where it is not there at all. */
export interface Difference {
  property: string;
  state?: Value | undefined;
  provider?: Value | undefined;
}

/** What the engine writes in the place of a secret. */
export const masked = "[secret]";

/** Properties that may hold what nobody must read, whether or not the state knows that. */
const confidential =
  /(^|[.\]])(value|[\w-]*(secret|password|_pass|token|private_?key|api_?key|plaintext)[\w-]*)$/i;

/** Beside the inputs that a program gave, bridged providers note things of their own. */
const bookkeeping = new Set(["__defaults", "__internal"]);

/**
 * Every property that differs, sorted by its path, as deep as both sides are maps. Lists are compared as a whole: their
 * items have no names. `noticed` are paths that the provider itself calls different: of secrets that is all there is.
 */
export function differencesOf(
  state: PropertyMap,
  provider: PropertyMap,
  noticed: readonly string[] = [],
): Difference[] {
  const found = [...walk(state, provider, "")].map(withoutSecrets);
  const known = (path: string) =>
    found.some(
      ({ property }) => property === path || isAbove(path, property) || isAbove(property, path),
    );
  const silent = noticed
    .filter((path) => !known(path))
    .map((property) => ({ property, state: masked, provider: masked }));
  return [...found, ...silent].sort((a, b) => (a.property < b.property ? -1 : 1));
}

function* walk(state: PropertyMap, provider: PropertyMap, path: string): Generator<Difference> {
  for (const key of new Set([...Object.keys(state), ...Object.keys(provider)])) {
    if (bookkeeping.has(key)) continue;
    const one: Value | undefined = state[key];
    const other: Value | undefined = provider[key];
    const property = childPath(path, key);
    const [a, b] = [mapIn(one), mapIn(other)];
    if (a && b) yield* walk(a, b, property);
    else if (!isNothing(one, other) && !isDeepStrictEqual(one, other)) {
      yield { property, state: one, provider: other };
    }
  }
}

/** A map, also one that is written as JSON text: some providers take whole sections so. */
function mapIn(value: Value | undefined): PropertyMap | undefined {
  const read = typeof value === "string" && value.startsWith("{") ? parseJson(value) : value;
  return isPropertyMap(read) ? read : undefined;
}

/** Null, absent and empty are one and the same to the providers that write a state. */
function isNothing(...values: readonly (Value | undefined)[]): boolean {
  return values.every(
    (value) =>
      value === undefined ||
      value === null ||
      value === "" ||
      (Array.isArray(value) && value.length === 0) ||
      (isPropertyMap(value) && Object.keys(value).length === 0),
  );
}

/** A secret on one side makes both secret: the other may be the same one in clear. */
function withoutSecrets({ property, state, provider }: Difference): Difference {
  const named = confidential.test(property) && (isText(state) || isText(provider));
  const secret = named || holdsMasked(state) || holdsMasked(provider);
  if (!secret) return { property, state, provider };
  const hide = (value: Value | undefined) => (value === undefined ? undefined : masked);
  return { property, state: hide(state), provider: hide(provider) };
}

/** Switches and numbers about a secret are none. */
const isText = (value: Value | undefined): boolean =>
  typeof value === "string" || typeof value === "object";

function holdsMasked(value: Value | undefined): boolean {
  if (value === masked) return true;
  if (Array.isArray(value)) return value.some(holdsMasked);
  return isPropertyMap(value) && Object.values(value).some(holdsMasked);
}

/** Whether a path is another one's ancestor: `a.b` of `a.b[0].c`. */
export function isAbove(path: string, other: string): boolean {
  return other.startsWith(path) && /^[.[]/.test(other.slice(path.length));
}
