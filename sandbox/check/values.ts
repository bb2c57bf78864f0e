import { isPropertyMap, UNKNOWN, type Value } from "../../core/value";
import { type PropertyRule, type ValueRule } from "../contract/rules";
import { count, describe, list, meant, type Complaint } from "./failure";
import { formats } from "./formats";
import { checkJson } from "./json-document";

/** Everything that is wrong with a known value by its rule, in the order of the table. */
export function checkValue(rule: PropertyRule, value: Value): Complaint[] {
  const complaints = tests.flatMap((test) => test(rule, value));
  return complaints.map(({ at, reason }) => ({
    at,
    reason: rule.why ? `${reason} (${rule.why})` : reason,
  }));
}

type Test = (rule: PropertyRule, value: Value) => Complaint[];

const tests: readonly Test[] = [
  testSettable,
  testEnum,
  testItems,
  testText,
  testNumber,
  testSize,
  testFormat,
];

function testSettable(rule: PropertyRule): Complaint[] {
  if (rule.outputOnly) return complain("is computed by the provider and cannot be set");
  return rule.neverSent ? complain(rule.neverSent) : [];
}

/** The value is shown only when it is close to an allowed one: far from them it may be anything. */
function testEnum({ enum: values }: ValueRule, value: Value): Complaint[] {
  if (!values || !isScalar(value)) return [];
  const text = String(value);
  const known = values.map(String);
  if (known.includes(text)) return [];
  const guess = typeof value === "string" ? meant(text, known) : undefined;
  const found = guess ? `${JSON.stringify(text)}, did you mean ${guess}?` : describe(value);
  return complain(`expected one of ${list(values)}; got ${found}`);
}

function testItems(rule: ValueRule, value: Value): Complaint[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Value, i) => {
    if (typeof item !== "string") return [];
    const itemRule: ValueRule = {
      enum: rule.itemEnum,
      pattern: rule.itemPattern,
      format: rule.itemFormat,
      shape: rule.shape,
    };
    const found = [testEnum, testText, testFormat].flatMap((test) => test(itemRule, item));
    return found.map(({ reason }) => ({ at: [i], reason }));
  });
}

function testText(rule: ValueRule, value: Value): Complaint[] {
  if (typeof value !== "string") return [];
  return [
    ...(rule.pattern && !regex(rule.pattern).test(value) ? mismatch(rule, rule.pattern) : []),
    ...testPrefix(rule, value),
    ...testLength(rule, value.length, "character"),
  ];
}

const compiled = new Map<string, RegExp>();

function regex(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern);
  compiled.set(pattern, known);
  return known;
}

function mismatch({ shape }: ValueRule, pattern: string): Complaint[] {
  return complain(shape ? `expected ${shape}` : `does not match ${pattern}`);
}

function testPrefix({ notPrefix }: ValueRule, value: string): Complaint[] {
  const begins = notPrefix && value.toUpperCase().startsWith(notPrefix.toUpperCase());
  return begins ? complain(`must not begin with ${notPrefix}`) : [];
}

function testLength(
  { minLength, maxLength }: ValueRule,
  length: number,
  noun: string,
): Complaint[] {
  if (minLength !== undefined && length < minLength) {
    return complain(`expected at least ${count(minLength, noun)}; got ${length}`);
  }
  const tooLong = maxLength !== undefined && length > maxLength;
  return tooLong ? complain(`expected at most ${count(maxLength, noun)}; got ${length}`) : [];
}

function testNumber(rule: ValueRule, value: Value): Complaint[] {
  if (typeof value !== "number" || rule.or?.includes(value)) return [];
  const { min = -Infinity, max = Infinity, multipleOf, integer } = rule;
  if (integer && !Number.isInteger(value)) return complain(`expected a whole number; got ${value}`);
  if (value < min || value > max) return complain(`expected ${range(rule)}; got ${value}`);
  const uneven = multipleOf !== undefined && value % multipleOf !== 0;
  return uneven ? complain(`expected ${range(rule)}; got ${value}`) : [];
}

/** `10, 20, 30 or a multiple of 60`, `0 or a number from 7 to 30` */
function range({ min, max, or = [], multipleOf }: ValueRule): string {
  const kind = multipleOf === undefined ? "a number" : `a multiple of ${multipleOf}`;
  const limits = [min !== undefined && `from ${min}`, max !== undefined && `to ${max}`];
  const words = [kind, ...limits].filter(Boolean).join(" ");
  return or.length > 0 ? `${or.join(", ")} or ${words}` : words;
}

function testSize({ minItems, maxItems }: ValueRule, value: Value): Complaint[] {
  const size = sizeOf(value);
  if (size === undefined) return [];
  return testLength({ minLength: minItems, maxLength: maxItems }, size, "element");
}

function sizeOf(value: Value): number | undefined {
  if (Array.isArray(value)) return value.length;
  return isPropertyMap(value) ? Object.keys(value).length : undefined;
}

function testFormat({ format, keys }: ValueRule, value: Value): Complaint[] {
  if (!format || typeof value !== "string") return [];
  const { wanted, fits } = formats[format];
  if (!fits(value)) return complain(`expected ${wanted}`);
  return keys ? checkJson(keys, value) : [];
}

function isScalar(value: Value): value is string | number | boolean {
  return value !== UNKNOWN && ["string", "number", "boolean"].includes(typeof value);
}

function complain(reason: string): Complaint[] {
  return [{ reason }];
}
