import { serviceHostOf } from "../../hosts/services";
import { parseJson } from "../../core/json";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { isPropertyMap, type PropertyMap } from "../../core/value";
import { inputsOf, mapEntriesIn, mapIn, mapsIn, numberIn, ofType, textIn } from "../declared";
import type { RoutedHeaders } from "./check";
import { hostedDomains, hostedRedirects } from "./hosted";

/** A host that a hosting project answers for. */
export interface ServedDomain {
  host: string;
  /** Where it sends visitors: another host. */
  redirect?: string;
  /** HTTP status of that. */
  status: number;
}

/** A redirect of a path that every visitor gets. */
export interface ServedRedirect {
  source: string;
  syntax: RoutedHeaders["syntax"];
  to: string;
  status: number;
}

/** A host that is watched from outside. */
export interface WatchedHost {
  host: string;
  port: number;
  path: string;
  /** HTTP statuses that mean all is well. */
  statuses: readonly number[];
  /** Whether it answers with a health report. */
  report: boolean;
  /** It does nothing but redirect. */
  redirects: boolean;
}

/** A container service, by its name in the stack and its host. */
export interface ServedService {
  name: string;
  host: string;
}

/** One request of the smoke suite. */
export interface SuiteRequest {
  name: string;
  host: string;
  path: string;
  method: "GET" | "POST";
  body?: unknown;
  authenticated: boolean;
  status: number;
}

/** What a stack declares about what is served. */
export interface Served {
  domains: ServedDomain[];
  /** In the order in which they act. */
  headers: RoutedHeaders[];
  redirects: ServedRedirect[];
  watched: WatchedHost[];
  services: ServedService[];
  suite: SuiteRequest[];
  /** Name of the secret with the credential of the test account. */
  credential?: string;
  /** Days that a certificate must still be valid. */
  certificateDays: number;
  framework?: string;
}

/** Status of a domain's redirect when none is declared. Source: Vercel's API, project domains. */
const domainRedirect = 307;
/** Days. Vercel and Fly renew a month before the end, so that fewer means that renewing does not work. */
const certificateDays = 21;
/** What a health check of Route 53 takes for well. */
const well = Array.from({ length: 200 }, (_, at) => 200 + at);
const healthPath = "/api/health";

/** Reads it out of the declared resources. What is not known yet is left out. */
export function servedOf(resources: readonly DeclaredResource[]): Served {
  const uptime = inputsOf(resources, tokens.uptimeChecks);
  const smoke = mapIn(mapIn(uptime, "canary"), "smoke");
  const credential = textIn(smoke, "secret");
  const sites = ofType(resources, tokens.hostedSite);
  const project = inputsOf(resources, "vercel:index/project:Project");
  const framework = textIn(sites[0]?.inputs ?? project, "framework");
  const routes = [
    ...ofType(resources, "vercel:index/projectRoute:ProjectRoute"),
    ...ofType(resources, tokens.hostedRoute),
  ];
  return {
    domains: [
      ...ofType(resources, "vercel:index/projectDomain:ProjectDomain").flatMap(domainOf),
      ...sites.flatMap(hostedDomains),
    ],
    headers: routes.flatMap(headersOf),
    redirects: [...routes.flatMap(redirectOf), ...sites.flatMap(hostedRedirects)],
    watched: mapEntriesIn(uptime, "checks").flatMap(([, check]) => watchedOf(check, uptime)),
    services: mapEntriesIn(inputsOf(resources, tokens.containerService), "services").flatMap(
      ([name, service]) => serviceOf(name, service),
    ),
    suite: mapEntriesIn(smoke, "requests").flatMap(([name, request]) => requestOf(name, request)),
    ...(credential !== undefined && { credential }),
    certificateDays: numberIn(mapIn(uptime, "canary"), "certificateDays") ?? certificateDays,
    ...(framework !== undefined && { framework }),
  };
}

function domainOf({ inputs }: DeclaredResource): ServedDomain[] {
  const host = textIn(inputs, "domain");
  // A branch's domain serves its previews, which come and go.
  if (host === undefined || textIn(inputs, "gitBranch") !== undefined) return [];
  const redirect = textIn(inputs, "redirect");
  const status = numberIn(inputs, "redirectStatusCode") ?? domainRedirect;
  return [{ host, ...(redirect !== undefined && { redirect }), status }];
}

/** Rules that act on every request: one with conditions may rightly not act on ours. */
function unconditional({ inputs }: DeclaredResource) {
  const route = mapIn(inputs, "route");
  const source = textIn(route, "src");
  const conditions = [...mapsIn(route, "has"), ...mapsIn(route, "missings")];
  const off = inputs["enabled"] === false;
  if (source === undefined || conditions.length > 0 || off) return undefined;
  const syntax = textIn(inputs, "srcSyntax") as RoutedHeaders["syntax"] | undefined;
  return { route, source, syntax: syntax ?? ("regex" as const) };
}

function headersOf(resource: DeclaredResource): RoutedHeaders[] {
  const rule = unconditional(resource);
  if (!rule) return [];
  const { route, source, syntax } = rule;
  const set = Object.entries(mapIn(route, "headers")).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const absent = mapsIn(route, "transforms").flatMap(removedBy);
  if (set.length + absent.length === 0) return [];
  return [{ source, syntax, headers: { set: Object.fromEntries(set), absent } }];
}

/** The header that a transform takes away: its target is JSON in a text. */
function removedBy(transform: PropertyMap): string[] {
  const removes = transform["type"] === "response.headers" && transform["op"] === "delete";
  const target = removes ? parseJson(textIn(transform, "target") ?? "") : undefined;
  const name = isPropertyMap(target) ? textIn(target, "key") : undefined;
  return name === undefined ? [] : [name];
}

function redirectOf(resource: DeclaredResource): ServedRedirect[] {
  const rule = unconditional(resource);
  if (!rule) return [];
  const [to, status] = [textIn(rule.route, "dest"), numberIn(rule.route, "status")];
  if (to === undefined || status === undefined || status < 300 || status > 399) return [];
  return [{ source: rule.source, syntax: rule.syntax, to, status }];
}

function watchedOf(check: PropertyMap, uptime: PropertyMap): WatchedHost[] {
  const host = textIn(check, "fqdn");
  if (host === undefined) return [];
  const expects = mapIn(check, "expects");
  const others = mapIn(uptime, "defaults");
  const status = numberIn(expects, "status");
  return [
    {
      host,
      port: numberIn(check, "port") ?? numberIn(others, "port") ?? 443,
      path: textIn(check, "resourcePath") ?? textIn(others, "resourcePath") ?? healthPath,
      statuses: status === undefined ? well : [status],
      report: expects["healthReport"] === true,
      redirects: textIn(expects, "redirect") !== undefined,
    },
  ];
}

/** Its vendor makes the host of an app itself; a worker has none. */
function serviceOf(name: string, service: PropertyMap): ServedService[] {
  const [app, vendor, kind] = ["app", "vendor", "kind"].map((key) => textIn(service, key));
  const host = app === undefined ? undefined : serviceHostOf({ vendor, kind, app });
  return host === undefined ? [] : [{ name, host }];
}

function requestOf(name: string, request: PropertyMap): SuiteRequest[] {
  const [host, path] = [textIn(request, "host"), textIn(request, "path")];
  if (host === undefined || path === undefined) return [];
  const { body } = request;
  return [
    {
      ...{ name, host, path },
      method: textIn(request, "method") === "POST" ? "POST" : "GET",
      ...(body !== undefined && body !== null && { body }),
      authenticated: request["authenticated"] === true,
      status: numberIn(request, "status") ?? 200,
    },
  ];
}
