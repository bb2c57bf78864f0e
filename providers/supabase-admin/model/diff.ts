import { isDeepStrictEqual } from "node:util";
import { holdsUnknown, type PropertyMap, type Value } from "../../../core/value";
import { type AdminResource } from "./resource";

export interface Change {
  name: string;
  kind: "add" | "delete" | "update";
  replaces: boolean;
}

/** Inputs that differ. A value that is not known yet differs from every other. */
export function diffInputs(
  resource: AdminResource,
  olds: PropertyMap,
  news: PropertyMap,
): Change[] {
  return Object.entries(resource.inputs).flatMap(([name, property]) => {
    const before = given(olds[name]);
    const after = given(news[name]);
    if (!holdsUnknown(after) && isDeepStrictEqual(before, after)) return [];
    const kind = before === undefined ? "add" : after === undefined ? "delete" : "update";
    return [{ name, kind, replaces: property.replaces ?? false }];
  });
}

function given(value: Value | undefined): Value | undefined {
  return value === null ? undefined : value;
}
