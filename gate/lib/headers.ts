import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN } from "../../core/value";
import {
  type HeaderStatement,
  headerStatements,
  transformedHeaders,
} from "../../policies/lib/headers/response-headers";
import { routeTypes } from "../../policies/lib/sites";
import { readText } from "../../policies/lib/text";
import { type Answer, fail, makeKnown, unknown } from "../../policies/rule";
import type { Change, ChangeSet, ResourceState } from "../change";
import { weakened } from "./compare";
import { protectiveHeaders } from "./header-strength";
import type { Measure } from "./measure";

/** What one route says of one header: how, and where it says so. */
interface Said {
  urn: string;
  property: string;
  /** `undefined` where the header is taken away. */
  value: string | undefined | typeof UNKNOWN;
}

/** Headers in lower case by what says them: a source and, within it, the name. */
type Responses = Map<string, Said>;

/** Everything that responses carry less of, source by source: a route may be renamed, and another may take its place. */
export function judgeHeaders({ changes }: ChangeSet): { answers: Answer[]; compared: number } {
  const routes = changes.filter(({ type }) => routeTypes.includes(type));
  const before = responses(routes, "before");
  const after = responses(routes, "after");
  const answers = [...before].flatMap(([key, was]) => judge(key, was, after.get(key)));
  return { answers, compared: before.size };
}

function responses(routes: readonly Change[], end: "before" | "after"): Responses {
  const said: Responses = new Map();
  for (const route of routes) {
    const state = route[end];
    if (!state) continue;
    for (const [name, one] of headersOf(route, state)) said.set(`${sourceOf(state)} ${name}`, one);
  }
  return said;
}

/** How strong the protective headers are that a resource says, if it is a route, in one of its states. */
export function headerMeasures(change: Change, state: ResourceState): Measure[] {
  if (!routeTypes.includes(change.type)) return [];
  return headersOf(change, state).flatMap(([name, { property, value }]) => {
    const strengths = protectiveHeaders[name]?.strengths;
    if (!strengths || typeof value !== "string") return [];
    return strengths(value).map((strength) => ({ ...strength, property }));
  });
}

function headersOf(route: Change, { inputs, protect }: ResourceState): [string, Said][] {
  const { urn, type, name } = route;
  const declared: DeclaredResource = {
    urn,
    type,
    name,
    custom: true,
    protect,
    inputs,
    propertyDependencies: {},
  };
  return namesIn(declared).flatMap((header) => {
    const [last] = headerStatements(declared, header).slice(-1);
    if (!last) return [];
    const value = valueOf(last.says);
    return [[header, { urn, property: last.property, value }] as [string, Said]];
  });
}

function valueOf(says: HeaderStatement["says"]): Said["value"] {
  return typeof says === "object" ? says.value : says === UNKNOWN ? UNKNOWN : undefined;
}

/** The protective headers, and whatever else the route may remove. */
function namesIn({ inputs }: DeclaredResource): string[] {
  return [...new Set([...Object.keys(protectiveHeaders), ...transformedHeaders(inputs)])];
}

function sourceOf({ inputs }: ResourceState): string {
  return readText(inputs, ["route", "src"]) ?? "";
}

function judge(key: string, was: Said, is: Said | undefined): Answer[] {
  const header = key.slice(key.lastIndexOf(" ") + 1);
  const { input = "headers.remove", strengths } = protectiveHeaders[header] ?? {};
  const { urn, property } = is ?? was;
  const evidence = { urn, property, input };
  if (was.value === UNKNOWN) return [];
  if (was.value === undefined) {
    return is && is.value === undefined ? [] : [noLongerRemoved(evidence, header)];
  }
  if (!strengths) return [];
  if (is?.value === UNKNOWN) {
    const message = `${header}: ${was.value} → a value that is not known before the update; ${makeKnown}`;
    return [unknown({ ...evidence, wanted: was.value, message })];
  }
  if (is?.value === undefined) {
    const message = `${header}: ${was.value} → not sent`;
    return [fail({ ...evidence, found: null, wanted: was.value, message })];
  }
  const measures = (value: string): Measure[] =>
    strengths(value).map((strength) => ({ ...strength, property, input }));
  return weakened(urn, measures(was.value), measures(is.value));
}

function noLongerRemoved(
  evidence: { urn: string; property: string; input: string },
  header: string,
) {
  const message = `${header}: removed → sent again`;
  return fail({ ...evidence, found: "sent", wanted: "removed", message });
}
