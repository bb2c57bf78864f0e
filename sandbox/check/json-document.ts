import { parseJson } from "../../core/json";
import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";
import { type JsonRule } from "../contract/rules";
import { describe, list, meant, type Complaint } from "./failure";
import { formats } from "./formats";

type Keys = Readonly<Record<string, JsonRule>>;
type ItemRule = NonNullable<JsonRule["items"]>;

/** Checks a JSON text against the keys that the API knows. The text itself is known to be JSON. */
export function checkJson(keys: Keys, text: string): Complaint[] {
  const document = parseJson(text);
  if (!isPropertyMap(document)) return [{ reason: "expected a JSON object" }];
  return checkKeys({ keys }, document, "");
}

function checkKeys(
  rule: Pick<JsonRule, "keys" | "required">,
  object: PropertyMap,
  at: string,
): Complaint[] {
  const keys = rule.keys ?? {};
  const members = Object.entries(object).flatMap(([name, value]) => {
    const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
    const path = at + name;
    return known ? checkMember(known, value ?? null, path) : unknownKey(path, name, keys);
  });
  const missing = (rule.required ?? []).filter((name) => !(name in object));
  return [
    ...members,
    ...missing.map((name) => ({ reason: `JSON key ${at}${name}: required, and missing` })),
  ];
}

/** Stricter than the vendor on purpose: it drops such a key without a word, and the state would keep a setting that nobody made. */
function unknownKey(path: string, name: string, keys: Keys): Complaint[] {
  const guess = meant(name, Object.keys(keys));
  const hint = guess ? `did you mean ${guess}?` : `known: ${list(Object.keys(keys))}`;
  return [
    {
      reason: `JSON key ${path} is unknown to the API, which would drop it without a word; ${hint}`,
    },
  ];
}

function checkMember(rule: JsonRule, value: Value, path: string): Complaint[] {
  if (value === null) {
    return rule.nullable
      ? []
      : [{ reason: `JSON key ${path}: expected ${words[rule.type]}; got null` }];
  }
  if (!fits(rule.type, value)) {
    return [{ reason: `JSON key ${path}: expected ${words[rule.type]}; got ${describe(value)}` }];
  }
  const inside = isPropertyMap(value) && rule.keys ? checkKeys(rule, value, `${path}.`) : [];
  return [...checkLimits(rule, value, path), ...checkItems(rule.items, value, path), ...inside];
}

const words: Record<JsonRule["type"], string> = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "an array",
};

function fits(type: JsonRule["type"], value: Value): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isPropertyMap(value) : typeof value === type;
}

function checkLimits(rule: JsonRule, value: Value, path: string): Complaint[] {
  const { min = -Infinity, max = Infinity } = rule;
  if (typeof value === "number" && (value < min || value > max)) {
    return [{ reason: `JSON key ${path}: expected a number from ${min} to ${max}; got ${value}` }];
  }
  if (typeof value !== "string") return [];
  if (rule.enum && !rule.enum.includes(value)) {
    return [
      { reason: `JSON key ${path}: expected one of ${list(rule.enum)}; got ${describe(value)}` },
    ];
  }
  const wrong = rule.pattern !== undefined && !new RegExp(rule.pattern).test(value);
  return wrong ? [{ reason: `JSON key ${path}: does not match ${rule.pattern}` }] : [];
}

function checkItems(rule: ItemRule | undefined, value: Value, path: string): Complaint[] {
  if (!rule || !Array.isArray(value)) return [];
  return value.flatMap((item: Value, i) => checkItem(rule, item, `${path}[${i}]`));
}

function checkItem(rule: ItemRule, item: Value, path: string): Complaint[] {
  if (!("format" in rule)) return checkMember(rule, item, path);
  const { wanted, fits: test } = formats[rule.format];
  if (typeof item === "string" && test(item)) return [];
  return [{ reason: `JSON key ${path}: expected ${wanted}` }];
}
