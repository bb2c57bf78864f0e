import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";
import { type Path } from "./failure";

/** A path of the rules, taken apart: names, and `each` for the elements of an array or a map. */
export type Pattern = readonly (string | typeof each)[];
export const each: unique symbol = Symbol("each");

/** `route.transforms[].target` → `["route", "transforms", each, "target"]`; nothing → the root. */
export function parsePattern(text: string | undefined): Pattern {
  if (!text) return [];
  return text.split(".").flatMap((part) => {
    const name = part.replace(/\[\]$/, "");
    return name === part ? [part] : [name, each];
  });
}

/** An object that a pattern leads to, and where it stands. */
export interface Spot {
  path: Path;
  object: PropertyMap;
}

interface Found {
  path: Path;
  value: Value | undefined;
}

/** Every object that the pattern leads to. What is absent or unknown on the way leads nowhere. */
export function select(root: PropertyMap, pattern: Pattern): Spot[] {
  let here: Found[] = [{ path: [], value: root }];
  for (const step of pattern) {
    here = here.flatMap(({ path, value }) =>
      step === each ? elements(value, path) : member(value, step, path),
    );
  }
  return here.flatMap(({ path, value }) => (isPropertyMap(value) ? [{ path, object: value }] : []));
}

function member(value: Value | undefined, name: string, path: Path): Found[] {
  return isPropertyMap(value) && Object.hasOwn(value, name)
    ? [{ path: [...path, name], value: value[name] }]
    : [];
}

function elements(value: Value | undefined, path: Path): Found[] {
  if (Array.isArray(value)) {
    return value.map((item: Value, i) => ({ path: [...path, i], value: item }));
  }
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).map(([key, item]) => ({ path: [...path, key], value: item }));
}
