import { alternatives, type SchemaNode } from "./shape";
import { suggestOnly } from "./suggest";

/** What a schema node takes, in words that follow "expected": `a whole number from 1 to 900`, `false or an object`. */
export function wordsFor(nodes: readonly SchemaNode[]): string {
  const words = nodes.flatMap(alternatives).map(wordsForOne);
  return [...new Set(words)].join(" or ");
}

/** A value as a person wrote it, shortened. Objects and lists are named, not shown. */
export function quote(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : "an empty list";
  if (typeof value === "object") return "an object";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 76)}…"` : text;
}

/** The kind of a value, for places where the value itself might be confidential. */
export function kind(value: unknown): string {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "a number";
  return quote(value);
}

/** What to do about a value of the wrong type or outside a list, where that can be told. */
export function fixFor(value: unknown, nodes: readonly SchemaNode[]): string | undefined {
  const choices = nodes.flatMap(alternatives);
  const takes = (...types: string[]) => choices.some(({ type }) => type && types.includes(type));
  const isScalar = typeof value === "number" || typeof value === "boolean";
  if (isScalar && takes("string") && !takes(typeof value)) return "put it in quotes";
  if (typeof value !== "string") return undefined;
  if (takes("integer", "number", "boolean") && /^(true|false|-?[0-9.]+)$/.test(value))
    return "take the quotes away";
  const listed = choices.flatMap((node) => node.enum ?? [node.const ?? []].flat());
  const meant = suggestOnly(value, listed.map(String));
  return meant && `did you mean ${meant}?`;
}

function wordsForOne(node: SchemaNode): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return oneOf(node.enum.map((value) => String(value)));
  const byType: Record<string, () => string> = {
    string: () => "text",
    boolean: () => "true or false",
    integer: () => `a whole number${range(node)}`,
    number: () => `a number${range(node)}`,
    array: () => `a list${sizes(node)}`,
    object: () => (node.required?.length ? `an object with ${and(node.required)}` : "an object"),
  };
  return byType[node.type ?? ""]?.() ?? "a value";
}

export function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(", ")}`;
}

function range({ minimum, maximum, exclusiveMinimum }: SchemaNode): string {
  const low = exclusiveMinimum === undefined ? atLeast(minimum) : ` above ${exclusiveMinimum}`;
  const high = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? "" : maximum;
  if (low && high !== "" && exclusiveMinimum === undefined) return ` from ${minimum} to ${high}`;
  return low + (high === "" ? "" : ` up to ${high}`);
}

function atLeast(minimum: number | undefined): string {
  return minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? "" : ` from ${minimum}`;
}

function sizes({ minItems, maxItems }: SchemaNode): string {
  if (minItems && maxItems) return ` of ${minItems} to ${maxItems}`;
  if (minItems) return ` of at least ${minItems}`;
  return maxItems ? ` of at most ${maxItems}` : "";
}

function and(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
