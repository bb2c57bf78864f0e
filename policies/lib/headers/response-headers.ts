import type { DeclaredResource } from "../../../core/resource";
import { type Value, UNKNOWN, isPropertyMap, readProperty } from "../../../core/value";
import { parseJson } from "../json";
import { itemsOf } from "../lists";

/** What one place of a route says about a response header: a value, that it is taken away, or nothing known yet. */
export interface HeaderStatement {
  /** Path in the route's inputs: `route.headers.X-Frame-Options`, `route.transforms[0]`. */
  property: string;
  says: { value: string } | "removed" | typeof UNKNOWN;
}

const transformType = "response.headers";

/**
 * All that a `ProjectRoute` says about one response header, whichever way it says it and whatever case the name
 * is written in: the `route.headers` map, and transforms that set, append to or delete it.
 */
export function headerStatements(route: DeclaredResource, header: string): HeaderStatement[] {
  return [...fromMap(route, header), ...fromTransforms(route, header)];
}

function fromMap({ inputs }: DeclaredResource, header: string): HeaderStatement[] {
  const property = "route.headers";
  const reading = readProperty(inputs, ["route", "headers"]);
  if (reading.state === "unknown") return [{ property, says: UNKNOWN }];
  if (reading.state === "absent" || !isPropertyMap(reading.value)) return [];
  return Object.entries(reading.value).flatMap(([name, value]) => {
    const silent = !isSame(name, header) || value === undefined || value === null;
    return silent ? [] : [{ property: `${property}.${name}`, says: valueOf(value) }];
  });
}

function fromTransforms({ inputs }: DeclaredResource, header: string): HeaderStatement[] {
  const property = "route.transforms";
  const reading = readProperty(inputs, ["route", "transforms"]);
  if (reading.state === "unknown") return [{ property, says: UNKNOWN }];
  return itemsOf(reading).flatMap((transform, index) => {
    const says = fromTransform(transform, header);
    return says ? [{ property: `${property}[${index}]`, says }] : [];
  });
}

function fromTransform(transform: Value, header: string): HeaderStatement["says"] | undefined {
  const [type, target, op] = ["type", "target", "op"].map((name) =>
    readProperty(transform, [name]),
  );
  if (type?.state === "known" && type.value !== transformType) return undefined;
  const names = target && target.state === "known" ? targetOf(target.value) : undefined;
  if (names !== undefined && !isSame(names, header)) return undefined;
  const readable = type?.state === "known" && op?.state === "known" && names !== undefined;
  if (!readable) return UNKNOWN;
  if (op.value === "delete") return "removed";
  const args = readProperty(transform, ["args"]);
  return args.state === "known" ? { value: argsText(args.value) } : UNKNOWN;
}

/** The header that a transform's JSON target names: `{"key":"x-powered-by"}`. */
function targetOf(target: Value): string | undefined {
  const named = parsed(target);
  return isPropertyMap(named) && typeof named["key"] === "string" ? named["key"] : undefined;
}

/** Transforms carry values as JSON: `"\"nosniff\""`, or a list. Text that is no JSON is taken as it stands. */
function argsText(args: Value): string {
  const value = parsed(args) ?? args;
  return Array.isArray(value) ? value.map(plainText).join(", ") : plainText(value);
}

function parsed(value: Value): Value | undefined {
  return typeof value === "string" ? parseJson(value) : undefined;
}

function valueOf(value: Value): HeaderStatement["says"] {
  return value === UNKNOWN ? UNKNOWN : { value: plainText(value) };
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isSame(name: string, header: string): boolean {
  return name.toLowerCase() === header.toLowerCase();
}
