import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN, isPropertyMap, readProperty } from "../../core/value";
import { policyOfApp } from "../../policies/lib/headers/app-policy";
import { gradeOfScore, observatoryScore } from "../../policies/lib/headers/observatory";
import {
  type HeaderStatement,
  headerStatements,
  transformedHeaders,
} from "../../policies/lib/headers/response-headers";
import { type SentHeaders, sentHeaders } from "../../policies/lib/headers/sent-headers";
import { coverageOf } from "../../policies/lib/headers/vercel-routes";
import { providerTypes } from "../../policies/lib/provider-types";
import { readText } from "../../policies/lib/text";
import type { StackView } from "../../policies/stack-view";
import type { ReportInput } from "../../report/build";

type ReadRoute = NonNullable<ReportInput["headers"]>[number];
type Header = ReadRoute["headers"][number];

/** The headers that each Vercel project declares, by route, as the rules read them, and the grade that these reckon. */
export function routeHeaders(stack: StackView): ReadRoute[] {
  const sent = sentHeaders(stack);
  return stack.ofType(providerTypes.vercelProject).flatMap((project, at) => {
    const base = sent[at];
    const hosts = stack
      .dependents(project, providerTypes.vercelDomain, "projectId")
      .flatMap(hostOf);
    const routes = stack
      .dependents(project, providerTypes.vercelRoute, "projectId")
      .map((route): ReadRoute => {
        const headers = headersOf(route);
        const covers = coverageOf(route);
        return {
          urn: route.urn,
          hosts,
          source: readText(route.inputs, ["route", "src"]) ?? "not known yet",
          covers: covers === UNKNOWN ? "unknown" : covers,
          headers,
          ...(base && gradeOf(base, headers)),
        };
      });
    return [...routes, ...appHeaders(stack, project, { hosts, base })].filter(
      ({ headers }) => headers.length > 0,
    );
  });
}

function hostOf({ inputs }: DeclaredResource): ReadRoute["hosts"] {
  const [host, redirectsTo] = [readText(inputs, ["domain"]), readText(inputs, ["redirect"])];
  if (host === undefined) return [];
  return [{ host, ...(redirectsTo !== undefined && { redirectsTo }) }];
}

/** All that one route says, by the names that it writes; of several places that say one header, the last counts. */
function headersOf(route: DeclaredResource): Header[] {
  const reading = readProperty(route.inputs, ["route", "headers"]);
  const written =
    reading.state === "known" && isPropertyMap(reading.value) ? Object.keys(reading.value) : [];
  const named = new Set(written.map((name) => name.toLowerCase()));
  const others = [...new Set(transformedHeaders(route.inputs))].filter((name) => !named.has(name));
  return [...written, ...others].flatMap((name) => {
    const [last] = headerStatements(route, name).slice(-1);
    return last ? [headerOf(name, last.says)] : [];
  });
}

function headerOf(name: string, says: HeaderStatement["says"]): Header {
  if (says === UNKNOWN) return { name, state: "unknown" };
  return says === "removed" ? { name, state: says } : { name, state: "sent", value: says.value };
}

/** The policy that the app sends itself: no route says it. */
function appHeaders(
  stack: StackView,
  project: DeclaredResource,
  { hosts, base }: Pick<ReadRoute, "hosts"> & { base: SentHeaders | undefined },
): ReadRoute[] {
  const owner = project.parent === undefined ? undefined : stack.get(project.parent);
  if (!owner) return [];
  const headers = policyOfApp(owner).map(({ says }): Header => ({
    ...headerOf("Content-Security-Policy", says),
    byApp: true,
  }));
  const grade = base ? gradeOf(base, headers) : {};
  return [{ urn: project.urn, hosts, source: "/(.*)", covers: "every path", headers, ...grade }];
}

/** Of what a response on the route carries: what every path has, and its own over it. */
function gradeOf(base: SentHeaders, own: readonly Header[]): { grade?: string; points?: number } {
  if (base.undecided || own.some(({ state }) => state === "unknown")) return {};
  const all = new Map(base.headers);
  for (const { name, state, value } of own) {
    if (state === "sent" && value !== undefined) all.set(name.toLowerCase(), value);
    else all.delete(name.toLowerCase());
  }
  const points = observatoryScore(all);
  return { grade: gradeOfScore(points), points };
}
