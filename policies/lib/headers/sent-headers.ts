import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, isPropertyMap, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { policyOfApp } from "./app-policy";
import { providerTypes } from "../provider-types";
import { headerStatements } from "./response-headers";
import { coverageOf } from "./vercel-routes";

/** What every response of a Vercel project carries, as far as it is declared. */
export interface SentHeaders {
  /** The project, or the first of its routes that covers every path. */
  urn: string;
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>;
  /** True when a header, or whether a route covers every path, is not known yet. */
  undecided: boolean;
}

/** One entry for each Vercel project. What reaches some paths only does not count. */
export function sentHeaders(stack: StackView): SentHeaders[] {
  return stack.ofType(providerTypes.vercelProject).map((project) => {
    const routes = stack.dependents(project, providerTypes.vercelRoute, "projectId");
    const covering = routes.filter((route) => coverageOf(route) === "every path");
    const open = routes.filter((route) => coverageOf(route) === UNKNOWN && setsHeaders(route));
    const sets = [...covering.map(headersOf), policyFrom(project, stack)];
    const sent = sets.flatMap(({ headers }) => headers);
    return {
      urn: covering[0]?.urn ?? project.urn,
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
function policyFrom(project: DeclaredResource, stack: StackView): HeaderSet {
  const owner = project.parent === undefined ? undefined : stack.get(project.parent);
  const statements = owner?.type === tokens.hostingProject ? policyOfApp(owner) : [];
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
