import { patternMatches } from "../../catalogue/vercel-patterns";
import { byText } from "../../core/order";
import { type Check, checkGroups } from "./check";
import { headersFor } from "./headers";
import type { Served, SuiteRequest, WatchedHost } from "./served";

/** An origin that nobody owns, so that no host can mean to let it ask. Source: RFC 2606, section 2. */
const foreignOrigin = "https://elsewhere.invalid";
/** What sends a visitor from http to https. */
const permanentOrNot = [301, 302, 307, 308];

// Requirement: REL-07, REL-08, REL-14, HDR-12, HDR-13, UPT-08
/** Every check that follows from what a stack declares. No two ask the same. */
export function smokePlan(served: Served): Check[] {
  const all = [
    ...served.suite.map(requestCheck),
    ...pages(served).map(pageCheck),
    ...served.watched.filter(({ report, redirects }) => !report && !redirects).map(watchCheck),
    ...served.watched.filter(({ report }) => report).map(healthCheck),
    ...headerChecks(served),
    ...httpsChecks(served),
    ...redirectChecks(served),
    ...certificateChecks(served),
    ...corsChecks(served),
    ...chunkChecks(served),
    ...authenticationChecks(served.suite),
  ];
  const order = (check: Check) => String(checkGroups.indexOf(check.group));
  return distinct(all).sort(byText(order));
}

/** Hosts that show pages, which is those that send nobody on. */
function pages({ domains }: Served): string[] {
  return domains.filter(({ redirect }) => redirect === undefined).map(({ host }) => host);
}

function requestCheck(request: SuiteRequest): Check {
  const { name, host, path, method, body, authenticated, status } = request;
  return {
    ...{ name, group: "requests", host, url: `https://${host}${path}` },
    question: { method },
    ...(body !== undefined && { body }),
    ...(authenticated && { authenticated }),
    expects: { kind: "status", statuses: [status] },
  };
}

const asking = (group: Check["group"], host: string, path: string) => ({
  ...{ group, host, url: `https://${host}${path}` },
  question: {},
});

function pageCheck(host: string): Check {
  const name = `${host}: home page`;
  return { name, ...asking("requests", host, "/"), expects: { kind: "status", statuses: [200] } };
}

const at = ({ host, port, path }: WatchedHost) =>
  [port === 443 ? host : `${host}:${port}`, path] as const;

function watchCheck(watched: WatchedHost): Check {
  const [host, path] = at(watched);
  const name = `${host}${path}: answers`;
  const { statuses } = watched;
  return { name, ...asking("requests", host, path), expects: { kind: "status", statuses } };
}

function healthCheck(watched: WatchedHost): Check {
  const [host, path] = at(watched);
  const name = `${host}${path}: health report`;
  return { name, ...asking("health", host, path), expects: { kind: "health" } };
}

/** The home page, and the health report where it is the app that answers. */
function headerChecks(served: Served): Check[] {
  return pages(served).flatMap((host) => {
    const reports = served.watched.filter((it) => it.host === host && it.report);
    return ["/", ...reports.map(({ path }) => path)].flatMap((path): Check[] => {
      const headers = headersFor(path, served.headers);
      if (Object.keys(headers.set).length + headers.absent.length === 0) return [];
      const name = `${host}${path}: response headers`;
      return [{ name, ...asking("headers", host, path), expects: { kind: "headers", headers } }];
    });
  });
}

function httpsChecks({ domains, services }: Served): Check[] {
  return [...domains, ...services].map(({ host }) => ({
    ...{ name: `${host}: http leads to https`, group: "https", host, url: `http://${host}/` },
    question: {},
    expects: { kind: "redirect", statuses: permanentOrNot, host },
  }));
}

function redirectChecks(served: Served): Check[] {
  const ofDomains = served.domains.flatMap(({ host, redirect, status }): Check[] =>
    redirect === undefined
      ? []
      : [
          {
            name: `${host}: leads to ${redirect}`,
            ...asking("redirects", host, "/"),
            expects: { kind: "redirect", statuses: [status], host: redirect },
          },
        ],
  );
  const ofPaths = pages(served).flatMap((host) =>
    served.redirects.flatMap((redirect) => pathCheck(host, redirect)),
  );
  return [...ofDomains, ...ofPaths];
}

/** A redirect is asked for by its own source, where that is a path as it stands. */
function pathCheck(host: string, redirect: Served["redirects"][number]): Check[] {
  const { source, syntax, to, status } = redirect;
  const fixed = /^\/[\w./-]*$/.test(source) && patternMatches({ source, syntax }, source);
  if (!fixed || !URL.canParse(to, `https://${host}`) || /[:$]/.test(to.replace(/^https:/, ""))) {
    return [];
  }
  const target = new URL(to, `https://${host}`);
  return [
    {
      name: `${host}${source}: leads to ${to}`,
      ...asking("redirects", host, source),
      expects: {
        ...{ kind: "redirect", statuses: [status], host: target.hostname },
        path: target.pathname,
      },
    },
  ];
}

function certificateChecks({ domains, services, watched, certificateDays }: Served): Check[] {
  const hosts = [
    ...domains.map(({ host }) => host),
    ...services.map(({ host }) => host),
    ...watched.filter(({ port }) => port === 443).map(({ host }) => host),
  ];
  return [...new Set(hosts)].map((host) => ({
    name: `${host}: certificate`,
    ...asking("certificates", host, "/"),
    expects: { kind: "certificate", days: certificateDays },
  }));
}

// Requirement: HDR-08
/** A browser is told nothing that lets a stranger's page read answers; a declared origin may. */
function corsChecks(served: Served): Check[] {
  return pages(served).flatMap((host): Check[] => {
    const path = served.watched.find((it) => it.host === host && it.report)?.path ?? "/";
    const { set } = headersFor(path, served.headers);
    const declared = Object.entries(set).find(([name]) => name.toLowerCase() === allowOrigin)?.[1];
    const stranger = corsCheck([host, path], foreignOrigin, declared === "*");
    const friend = declared === undefined || declared === "*" ? [] : [declared];
    return [stranger, ...friend.map((origin) => corsCheck([host, path], origin, true))];
  });
}

const allowOrigin = "access-control-allow-origin";

function corsCheck(place: readonly [string, string], origin: string, mayAsk: boolean): Check {
  const [host, path] = place;
  const headers = { origin, "access-control-request-method": "POST" };
  return {
    name: `${host}${path}: CORS for ${origin}`,
    ...asking("cors", host, path),
    question: { method: "OPTIONS", headers },
    expects: { kind: "cors", origin, mayAsk },
  };
}

function chunkChecks(served: Served): Check[] {
  if (served.framework !== "nextjs") return [];
  return pages(served).map((host) => ({
    name: `${host}: chunks of the home page`,
    ...asking("chunks", host, "/"),
    expects: { kind: "page", headers: served.headers },
  }));
}

/** What is asked with a token is refused without one. Whatever the suite asks itself is not asked again. */
function authenticationChecks(suite: readonly SuiteRequest[]): Check[] {
  const asked = new Set(suite.filter(({ status }) => status === 401).map(routeOf));
  return suite
    .filter((request) => request.authenticated && !asked.has(routeOf(request)))
    .map((request) => ({
      ...requestCheck({ ...request, authenticated: false, status: 401 }),
      ...{ name: `${request.name}: refused without a token`, group: "authentication" },
    }));
}

const routeOf = ({ method, host, path }: SuiteRequest) => `${method} ${host}${path}`;

/** The first of several that ask the same and want the same: the suite's, which carry the names that people gave. */
function distinct(checks: readonly Check[]): Check[] {
  const seen = new Map<string, Check>();
  for (const check of checks) {
    const { url, question, body, authenticated, expects } = check;
    const { method = "GET", headers } = question;
    const key = JSON.stringify([url, method, headers, body, authenticated, expects]);
    if (!seen.has(key)) seen.set(key, check);
  }
  return [...seen.values()];
}
