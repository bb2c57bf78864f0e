import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
} from "yaml";

/*
 * The engine reads YAML with Go's yaml.v3 and hands JSON to the program. What comes out differs from what a
 * JavaScript parser gives: an unquoted date becomes "2026-12-01 00:00:00 +0000 UTC", 1_000 and 010 are numbers.
 * The check without an engine has to judge what the engine would hand over, so it reads scalars the same way.
 */

/** JSON as the engine makes it from YAML. `Infinity` and `NaN` stand for what the engine refuses. */
export type EngineValue =
  null | boolean | number | string | EngineValue[] | { [key: string]: EngineValue };

/** Stands in for what an encrypted value is replaced by, found by its path. */
type OnSecure = (path: readonly (string | number)[]) => string;

interface Reader {
  document: Document;
  onSecure: OnSecure;
}

/** Reads a node of a document parsed with the failsafe schema (every scalar as text). */
export function engineValue(
  node: unknown,
  reader: Reader,
  path: readonly (string | number)[],
): EngineValue {
  const here = isAlias(node) ? node.resolve(reader.document) : node;
  if (isMap(here)) {
    if (isSecure(here)) return reader.onSecure(path);
    return engineMap(here.items, reader, path);
  }
  if (isSeq(here)) return here.items.map((item, i) => engineValue(item, reader, [...path, i]));
  return isScalar(here) ? engineScalar(here) : null;
}

/** True for `{ secure: text }`, which is how an encrypted value stands in a stack file. */
export function isSecure(node: unknown): boolean {
  if (!isMap(node) || node.items.length !== 1) return false;
  const [pair] = node.items;
  return isPair(pair) && keyText(pair) === "secure" && isScalar(pair.value);
}

/** The text of a map key as the engine has it. */
export function keyText({ key }: Pair): string {
  return isScalar(key) ? engineKey(engineScalar(key)) : "";
}

function engineMap(
  pairs: readonly Pair[],
  reader: Reader,
  path: readonly (string | number)[],
): Record<string, EngineValue> {
  const merged: [string, EngineValue][] = [];
  const own: [string, EngineValue][] = [];
  for (const pair of pairs) {
    const key = keyText(pair);
    if (key === "<<") merged.push(...mergedEntries(pair.value, reader, path));
    else own.push([key, engineValue(pair.value, reader, [...path, key])]);
  }
  // Go's JSON encoder sorts keys by bytes; the order of registrations depends on it.
  const entries = [...new Map([...merged, ...own])];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Entries of `<<: *anchor` or `<<: [*first, *second]`; an earlier source wins over a later one. */
function mergedEntries(
  node: unknown,
  reader: Reader,
  path: readonly (string | number)[],
): [string, EngineValue][] {
  const sources = isSeq(node) ? [...node.items].reverse() : [node];
  return sources.flatMap((source) => {
    const value = engineValue(source, reader, path);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [];
  });
}

function engineScalar(scalar: Scalar): EngineValue {
  const text = typeof scalar.value === "string" ? scalar.value : "";
  if (scalar.type !== "PLAIN" || scalar.tag === "tag:yaml.org,2002:str") return text;
  return plainScalar(text);
}

function engineKey(value: EngineValue): string {
  return typeof value === "string" ? value : value === null ? "<nil>" : JSON.stringify(value);
}

const words = new Map<string, EngineValue>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Infinity] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, -Infinity] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, NaN] as const),
]);

/** What an unquoted scalar is to the engine. */
function plainScalar(text: string): EngineValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text)) return text;
  return timestamp(text) ?? number(text) ?? text;
}

const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const radixes = [
  { pattern: /^([-+]?)0[xX]([0-9a-fA-F]+)$/, radix: 16 },
  { pattern: /^([-+]?)0[bB]([01]+)$/, radix: 2 },
  { pattern: /^([-+]?)0[oO]?([0-7]+)$/, radix: 8 },
] as const;

function number(text: string): number | undefined {
  // A float that begins with a point is read before underscores are taken out.
  const plain = text.startsWith(".") ? text : text.replaceAll("_", "");
  for (const { pattern, radix } of radixes) {
    const match = pattern.exec(plain);
    if (match) return positiveZero(parseInt(`${match[1]}${match[2]}`, radix));
  }
  return float.test(plain) ? positiveZero(Number(plain)) : undefined;
}

/** Integers know no negative zero, and a float's is written as -0, which JSON readers drop again. */
function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}

const stamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d+))?(Z|[-+]\d{2}:\d{2})?)?$/;

/** A date or a time of day as Go prints it, or undefined for text that only looks like one. */
function timestamp(text: string): string | undefined {
  const match = stamp.exec(text);
  if (!match) return undefined;
  const [, year, month, day, separator, hour = 0, minute = 0, second = 0, fraction, zone] = match;
  // A time after a blank has no zone, a time after T must have one.
  if (separator !== undefined && (separator === " ") === (zone !== undefined)) return undefined;
  const date = [year, month, day].map(Number);
  const time = [hour, minute, second].map(Number);
  if (!exists(date, time)) return undefined;
  const decimals = fraction?.slice(0, 9).replace(/0+$/, "");
  const seconds = decimals ? `.${decimals}` : "";
  return `${date.map(twoDigits).join("-")} ${time.map(twoDigits).join(":")}${seconds} ${zoneText(zone)}`;
}

function exists(
  [year = 0, month = 0, day = 0]: number[],
  [hour = 0, minute = 0, second = 0]: number[],
) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60;
}

/** Go prints a zone that has no name as its offset, twice. */
function zoneText(zone = "Z"): string {
  const offset = zone.replace(":", "");
  return offset === "Z" ? "+0000 UTC" : `${offset} ${offset}`;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");
