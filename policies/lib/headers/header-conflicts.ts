import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { readMap } from "../maps";
import { routesOf, sitesOf } from "../sites";
import { headerStatements, transformedHeaders } from "./response-headers";
import { readText } from "../text";
import { coverageOf, unconditional } from "./vercel-routes";

/** One place that says something about a header. */
export interface HeaderDefinition {
  urn: string;
  /** Logical name of its route. */
  name: string;
  property: string;
  /** `sets to …`, `removes`. */
  says: string;
  /** Which paths: `every path`, or the route's source as it is written. */
  paths: string;
}

export interface HeaderConflict {
  /** In lower case. */
  header: string;
  first: HeaderDefinition;
  /** Says something else than the first, for paths that the first covers too. */
  other: HeaderDefinition;
}

/**
 * Definitions that contradict one another in routes of one site. Two sources are taken to overlap where one covers
 * every path or both are the same text; what two other patterns share cannot be told.
 */
export function headerConflicts(stack: StackView): HeaderConflict[] {
  return sitesOf(stack).flatMap((site) => {
    const routes = routesOf(stack, site);
    const definitions = new Map<string, HeaderDefinition[]>();
    // A route with conditions is meant to differ.
    for (const route of routes.filter((one) => unconditional(one) === everyPath)) {
      for (const [header, definition] of definitionsIn(route)) {
        definitions.set(header, [...(definitions.get(header) ?? []), definition]);
      }
    }
    return [...definitions].flatMap(([header, all]) => conflictsIn(header, all));
  });
}

function conflictsIn(header: string, all: readonly HeaderDefinition[]): HeaderConflict[] {
  const general = all.find(({ paths }) => paths === everyPath);
  const bySource = new Map<string, HeaderDefinition>();
  return all.flatMap((other) => {
    const first = general ?? bySource.get(other.paths);
    bySource.set(other.paths, bySource.get(other.paths) ?? other);
    return first && first !== other && first.says !== other.says ? [{ header, first, other }] : [];
  });
}

const everyPath = "every path";

function definitionsIn(route: DeclaredResource): [header: string, HeaderDefinition][] {
  const paths =
    coverageOf(route) === everyPath ? everyPath : (readText(route.inputs, ["route", "src"]) ?? "");
  return headersNamedIn(route.inputs).flatMap((header) =>
    headerStatements(route, header).flatMap(({ property, says }): [string, HeaderDefinition][] => {
      // What is not known is for the rules about that header to report.
      if (says === UNKNOWN) return [];
      const words = says === "removed" ? "removes" : `sets to ${says.value}`;
      return [[header, { urn: route.urn, name: route.name, property, says: words, paths }]];
    }),
  );
}

/** Lower-case names of the headers that a route sets or changes, each once. */
function headersNamedIn(inputs: PropertyMap): string[] {
  const inMap = Object.keys(readMap(inputs, ["route", "headers"])).map((name) =>
    name.toLowerCase(),
  );
  return [...new Set([...inMap, ...transformedHeaders(inputs)])];
}
