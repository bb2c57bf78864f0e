import { parseJson } from "../../../core/json";
import type { DeclaredResource } from "../../../core/resource";
import {
  type PropertyMap,
  type Value,
  UNKNOWN,
  isPropertyMap,
  readProperty,
} from "../../../core/value";
import { itemsOf, readItems } from "../lists";
import { mapOf } from "../maps";
import { readText } from "../text";

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

/** Names, in lower case, of the headers that the transforms of a route act on. */
export function transformedHeaders(inputs: PropertyMap): string[] {
  const targets = readItems(inputs, ["route", "transforms"]).map(targetOf);
  return targets.filter((name) => name !== undefined).map((name) => name.toLowerCase());
}

function fromMap({ inputs }: DeclaredResource, header: string): HeaderStatement[] {
  const property = "route.headers";
  const reading = readProperty(inputs, ["route", "headers"]);
  if (reading.state === "unknown") return [{ property, says: UNKNOWN }];
  return Object.entries(mapOf(reading)).flatMap(([name, value]) => {
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
  const [type, op] = [readProperty(transform, ["type"]), readProperty(transform, ["op"])];
  if (type.state === "known" && type.value !== transformType) return undefined;
  const name = targetOf(transform);
  if (name !== undefined && !isSame(name, header)) return undefined;
  const readable = type.state === "known" && op.state === "known" && name !== undefined;
  if (!readable) return UNKNOWN;
  if (op.value === "delete") return "removed";
  const args = readProperty(transform, ["args"]);
  return args.state === "known" ? { value: argsText(args.value) } : UNKNOWN;
}

/** The header that a transform's JSON target names: `{"key":"x-powered-by"}`. */
function targetOf(transform: Value): string | undefined {
  const target = parseJson(readText(transform, ["target"]) ?? "");
  return isPropertyMap(target) && typeof target["key"] === "string" ? target["key"] : undefined;
}

/** Transforms carry values as JSON: `"\"nosniff\""`, or a list. Text that is no JSON is taken as it stands. */
function argsText(args: Value): string {
  const value = (typeof args === "string" ? parseJson(args) : undefined) ?? args;
  return Array.isArray(value) ? value.map(plainText).join(", ") : plainText(value);
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
