import { holdsUnknown, isPropertyMap, type PropertyMap, type Value } from "../../../core/value";
import { type AdminResource, type Property } from "./resource";

export interface Failure {
  property: string;
  reason: string;
}

/** The inputs with their defaults, and everything wrong with them. What is not known yet is judged later. */
export function checkInputs(
  resource: AdminResource,
  news: PropertyMap,
): { inputs: PropertyMap; failures: Failure[] } {
  const inputs = withDefaults(resource, news);
  const failures = [
    ...Object.keys(news)
      .filter((name) => !Object.hasOwn(resource.inputs, name))
      .map((name) => ({
        property: name,
        reason: `no such property; expected ${Object.keys(resource.inputs).join(", ")}`,
      })),
    ...Object.entries(resource.inputs).flatMap(([name, property]) => {
      const reason = wrong(property, inputs[name]);
      return reason ? [{ property: name, reason }] : [];
    }),
    ...missingAll(resource, inputs),
  ];
  return { inputs, failures };
}

function withDefaults(resource: AdminResource, news: PropertyMap): PropertyMap {
  const defaults = Object.entries(resource.inputs)
    .filter(([name, { default: value }]) => value !== undefined && isAbsent(news[name]))
    .map(([name, { default: value }]) => [name, value as Value]);
  return { ...news, ...(Object.fromEntries(defaults) as PropertyMap) };
}

function missingAll({ atLeastOne }: AdminResource, inputs: PropertyMap): Failure[] {
  if (!atLeastOne || atLeastOne.some((name) => !isAbsent(inputs[name]))) return [];
  return [
    { property: atLeastOne[0] ?? "", reason: `give at least one of ${atLeastOne.join(", ")}` },
  ];
}

function wrong(property: Property, value: Value | undefined): string | undefined {
  if (isAbsent(value)) return property.required ? "is missing" : undefined;
  if (holdsUnknown(value)) return undefined;
  if (!types[property.type](value)) return `expected ${typeWords[property.type]}`;
  if (property.oneOf && !property.oneOf.includes(value as string)) {
    return `got ${JSON.stringify(value)}; expected one of ${property.oneOf.join(", ")}`;
  }
  if (property.pattern && !property.pattern.test(value as string)) {
    return `expected a match of ${String(property.pattern)}`;
  }
  return outside(property, value);
}

function outside({ minimum, maximum }: Property, value: Value | undefined): string | undefined {
  if (typeof value !== "number") return undefined;
  const fits = value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  return fits ? undefined : `got ${value}; expected ${minimum} to ${maximum}`;
}

const isAbsent = (value: Value | undefined) => value === undefined || value === null;
const isText = (value: unknown): value is string => typeof value === "string";

const types: Readonly<Record<Property["type"], (value: Value | undefined) => boolean>> = {
  string: isText,
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  strings: (value) => Array.isArray(value) && value.every(isText),
  object: isPropertyMap,
  policies: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (item: Value) => isPropertyMap(item) && policyFields.every((it) => isText(item[it])),
    ),
};

const policyFields = ["name", "create", "drop"];

const typeWords: Readonly<Record<Property["type"], string>> = {
  string: "text",
  integer: "a whole number",
  boolean: "true or false",
  strings: "a list of texts",
  object: "an object",
  policies: "a list of { name, create, drop }, each a text, with at least one entry",
};
