import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, isPropertyMap, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { ownerOf, routesOf, sitesOf } from "../sites";
import { policyOfApp } from "./app-policy";
import { headerStatements } from "./response-headers";
import { coverageOf } from "./vercel-routes";

/** What every response of a site carries, as far as it is declared. */
export interface SentHeaders {
  /** The site, or the first of its routes that covers every path. */
  urn: string;
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>;
  /** True when a header, or whether a route covers every path, is not known yet. */
  undecided: boolean;
}

/** One entry for each site. What reaches some paths only does not count. */
export function sentHeaders(stack: StackView): SentHeaders[] {
  return sitesOf(stack).map((site) => {
    const routes = routesOf(stack, site);
    const covering = routes.filter((route) => coverageOf(route) === "every path");
    const open = routes.filter((route) => coverageOf(route) === UNKNOWN && setsHeaders(route));
    const sets = [...covering.map(headersOf), policyFrom(site, stack)];
    const sent = sets.flatMap(({ headers }) => headers);
    return {
      urn: covering[0]?.urn ?? site.urn,
      headers: new Map(sent.filter(([name]) => !covering.some((route) => removes(route, name)))),
      undecided: open.length > 0 || sets.some(({ undecided }) => undecided),
    };
  });
}

/** Whichever way routes stand, what one of them takes away on every path is not relied on. */
function removes(route: DeclaredResource, header: string): boolean {
  return headerStatements(route, header).some(({ says }) => says === "removed");
}

interface HeaderSet {
  headers: [name: string, value: string][];
  undecided: boolean;
}

function headersOf({ inputs }: DeclaredResource): HeaderSet {
  const reading = readProperty(inputs, ["route", "headers"]);
  if (reading.state === "unknown") return { headers: [], undecided: true };
  if (reading.state === "absent" || !isPropertyMap(reading.value)) {
    return { headers: [], undecided: false };
  }
  const entries = Object.entries(reading.value);
  return {
    headers: entries.flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name.toLowerCase(), value]] : [],
    ),
    undecided: entries.some(([, value]) => value === UNKNOWN),
  };
}

/** The policy that the app of a hosting component sends itself. */
function policyFrom(site: DeclaredResource, stack: StackView): HeaderSet {
  const owner = ownerOf(stack, site);
  const statements = owner ? policyOfApp(owner) : [];
  return {
    headers: statements.flatMap(({ says }): [string, string][] =>
      typeof says === "object" ? [["content-security-policy", says.value]] : [],
    ),
    undecided: statements.some(({ says }) => says === UNKNOWN),
  };
}

function setsHeaders({ inputs }: DeclaredResource): boolean {
  return readProperty(inputs, ["route", "headers"]).state !== "absent";
}
