import type { PropertyMap } from "../../core/value";

/** A live thing with its properties by the names that the provider of its type gives them. */
export interface Listed {
  /** The vendor's own id. */
  id: string;
  properties: PropertyMap;
}

/** How a vendor lists what it has, by the type token of its provider; undefined where inputs do not say where to look. */
export type Inventory = Readonly<
  Record<string, (inputs: PropertyMap) => Promise<readonly Listed[] | undefined>>
>;

/** A text input, where it is known. */
export function known(inputs: PropertyMap, name: string): string | undefined {
  const value = inputs[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
