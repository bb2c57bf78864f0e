import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, type Value, isPropertyMap, readProperty } from "../../../core/value";
import { itemsOf } from "../lists";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

/** An environment variable of Vercel, in whichever resource it is declared. */
export interface VercelVariable {
  urn: string;
  /** Key, value and targets; properties that a resource has besides do no harm. */
  fields: PropertyMap;
  /** Path of one of its fields in the resource. */
  within: (field: string) => string;
  /** Undefined while it is not known. */
  key: string | undefined;
  /** Its value, where that is known: as text, whether Vercel is to keep it in its state or not. */
  value: string | undefined;
  /** The field that the value stands in. */
  valueField: string;
}

/** Where the resources that hold several have them; the others are one themselves. */
const lists: Readonly<Record<string, string | undefined>> = {
  [providerTypes.vercelVariable]: undefined,
  [providerTypes.vercelSharedVariable]: undefined,
  [providerTypes.vercelVariables]: "variables",
  [providerTypes.vercelProject]: "environments",
};

/** Types of resources that Vercel is told variables by. */
export const vercelVariableTypes: readonly string[] = Object.keys(lists);

/** The property whose variables are not known yet, where a resource has a list of them. */
export function undecidedVariables({ type, inputs }: DeclaredResource): string | undefined {
  const list = lists[type];
  return list !== undefined && readProperty(inputs, [list]).state === "unknown" ? list : undefined;
}

/** The variables that a resource declares, as far as they are known. */
export function vercelVariables({ type, urn, inputs }: DeclaredResource): VercelVariable[] {
  const list = lists[type];
  if (list === undefined) return [variable(urn, inputs, [])];
  return itemsOf(readProperty(inputs, [list])).flatMap((item: Value, index) =>
    isPropertyMap(item) ? [variable(urn, item, [list, index])] : [],
  );
}

function variable(
  urn: string,
  fields: PropertyMap,
  path: readonly (string | number)[],
): VercelVariable {
  // Vercel takes one of them; the other's value stands in no state, and is told to it all the same.
  const valueField = readProperty(fields, ["valueWo"]).state === "absent" ? "value" : "valueWo";
  return {
    urn,
    fields,
    within: (field) => pathText([...path, field]),
    key: readText(fields, ["key"]),
    value: readText(fields, [valueField]),
    valueField,
  };
}
