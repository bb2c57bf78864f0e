import { parseJson } from "../../core/json";
import { isPropertyMap, UNKNOWN, type Value } from "../../core/value";
import { type PropertyRule, type Scalar } from "../contract/rules";
import { isAbsent } from "./types";

type Side = Value | undefined;

/** True when the provider sees no difference: by value, not by spelling. Nothing equals what is not known yet. */
export function sameValue(rule: PropertyRule, before: Side, after: Side): boolean {
  const old: Side = orDefault(rule, before);
  const wanted: Side = orDefault(rule, after);
  if (isAbsent(old) || isAbsent(wanted)) return isAbsent(old) && isAbsent(wanted);
  const text = canonical(rule, old);
  return text !== undefined && text === canonical(rule, wanted);
}

function orDefault(rule: PropertyRule, value: Side): Side {
  return isAbsent(value) ? (rule.default ?? rule.apiDefault ?? value) : value;
}

/** One text for all spellings of a value; undefined when something in it is unknown. */
function canonical(rule: PropertyRule, value: Value): string | undefined {
  if (rule.format === "json" && typeof value === "string") {
    const document = parseJson(value);
    return document === undefined ? JSON.stringify(value) : textOf(document, asDocument);
  }
  if (rule.format === "decimal" && isAmount(value)) return String(Number(value));
  if (!rule.unordered || !Array.isArray(value)) return textOf(value, asInput);
  const items = value.map((item: Value) => textOf(item, asInput));
  return items.includes(undefined) ? undefined : items.sort().join(",");
}

function isAmount(value: Value): boolean {
  return typeof value === "string" || typeof value === "number";
}

/** How a scalar and an absent member are written. */
interface Spelling {
  scalar: (value: Scalar) => string;
  keepsNull: boolean;
}

/** To a provider a number and its text are the same, and null is nothing. */
const asInput: Spelling = { scalar: (value) => JSON.stringify(String(value)), keepsNull: false };
/** Inside a JSON document they are not. */
const asDocument: Spelling = { scalar: (value) => JSON.stringify(value), keepsNull: true };

function textOf(value: Value, spelling: Spelling): string | undefined {
  if (value === UNKNOWN) return undefined;
  if (value === null) return "null";
  if (Array.isArray(value)) {
    return join(
      value.map((item: Value) => textOf(item, spelling)),
      ["[", "]"],
    );
  }
  if (!isPropertyMap(value)) return spelling.scalar(value as Scalar);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && (member !== null || spelling.keepsNull))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => {
      const text = textOf(member ?? null, spelling);
      return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`;
    });
  return join(members, ["{", "}"]);
}

function join(parts: readonly (string | undefined)[], [open, close]: readonly [string, string]) {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(",")}${close}`;
}
