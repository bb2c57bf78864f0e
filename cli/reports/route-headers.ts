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
import {
  domainsOf,
  isKeptByApp,
  ownerOf,
  routesOf,
  type SiteDomain,
  sitesOf,
} from "../../policies/lib/sites";
import { readText, textOf } from "../../policies/lib/text";
import type { StackView } from "../../policies/stack-view";
import type { ReportInput } from "../../report/build";

type ReadRoute = NonNullable<ReportInput["headers"]>[number];
type Header = ReadRoute["headers"][number];

/** The headers that each site declares, by route, as the rules read them, and the grade that these reckon. */
export function routeHeaders(stack: StackView): ReadRoute[] {
  const sent = sentHeaders(stack);
  return sitesOf(stack).flatMap((site, at) => {
    const base = sent[at];
    const hosts = domainsOf(stack, site).flatMap(hostOf);
    const routes = routesOf(stack, site).map((route): ReadRoute => {
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
    return [...routes, ...appHeaders(stack, site, { hosts, base })].filter(
      ({ headers }) => headers.length > 0,
    );
  });
}

function hostOf(domain: SiteDomain): ReadRoute["hosts"] {
  const [host, redirectsTo] = [textOf(domain.host), textOf(domain.redirect)];
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
    if (!last) return [];
    return [{ ...headerOf(name, last.says), ...(isKeptByApp(route) && { byApp: true }) }];
  });
}

function headerOf(name: string, says: HeaderStatement["says"]): Header {
  if (says === UNKNOWN) return { name, state: "unknown" };
  return says === "removed" ? { name, state: says } : { name, state: "sent", value: says.value };
}

/** The policy that the app sends itself: no route says it. */
function appHeaders(
  stack: StackView,
  site: DeclaredResource,
  { hosts, base }: Pick<ReadRoute, "hosts"> & { base: SentHeaders | undefined },
): ReadRoute[] {
  const owner = ownerOf(stack, site);
  if (!owner) return [];
  const headers = policyOfApp(owner).map(({ says }): Header => ({
    ...headerOf("Content-Security-Policy", says),
    byApp: true,
  }));
  const grade = base ? gradeOf(base, headers) : {};
  return [{ urn: site.urn, hosts, source: "/(.*)", covers: "every path", headers, ...grade }];
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
