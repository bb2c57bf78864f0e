import type { Problem } from "../../core/errors";
import { defaults, type DomainArgs } from "./args";

/** A host as Vercel is told about it. */
export interface DomainSpec {
  host: string;
  redirect?: { to: string; statusCode: number };
}

type Domains = Record<string, DomainArgs>;

// Requirement: HOST-05, HDR-09
/** The hosts, those that serve the app first: a redirect needs its target to exist. */
export function domainSpecs(domains: Domains = {}): DomainSpec[] {
  const specs = Object.entries(domains).map(([host, { redirect, redirectStatusCode }]) => ({
    host,
    ...(redirect && {
      redirect: {
        to: redirect,
        statusCode: redirectStatusCode ?? defaults.redirectStatusCode,
      },
    }),
  }));
  return [...specs.filter((it) => !it.redirect), ...specs.filter((it) => it.redirect)];
}

/** Address of each host, in the order of the args. */
export function urlsOf(domains: Domains = {}): Record<string, string> {
  return Object.fromEntries(Object.keys(domains).map((host) => [host, `https://${host}`]));
}

/** The address people use: that of the first host that serves the app, if there is one. */
export function mainUrl(domains: Domains = {}): string | undefined {
  const main = Object.entries(domains).find(([, { redirect }]) => !redirect);
  return main && `https://${main[0]}`;
}

/** What is wrong with the hosts; paths count from the args. */
export function domainProblems(domains: Domains = {}): Problem[] {
  return Object.entries(domains).flatMap(([host, { redirect, redirectStatusCode }]) => {
    const path = `domains["${host}"]`;
    if (redirect) return redirectProblems(`${path}.redirect`, redirect, domains);
    if (!redirectStatusCode) return [];
    return [
      {
        where: { path: `${path}.redirectStatusCode` },
        found: `${redirectStatusCode} without a redirect`,
        fix: "add redirect, or remove the status code",
      },
    ];
  });
}

function redirectProblems(path: string, target: string, domains: Domains): Problem[] {
  const known = Object.hasOwn(domains, target) ? domains[target] : undefined;
  if (known && !known.redirect) return [];
  return [
    {
      where: { path },
      found: known ? `${target}, which itself redirects` : `${target}, no host of this project`,
      allowed: "a host of the same project that serves the app",
      ...(!known && { fix: `add ${target} to the domains` }),
    },
  ];
}
