import { patternOf } from "../../render/hosts/pattern";
import type { SiteRedirect, SiteSpec } from "../../render/hosts/site";

/** A rule of an app's ingress that sends visitors on. */
export interface AppRedirect {
  match: { authority?: { exact: string }; path: { prefix: string } };
  redirect: { scheme?: string; authority?: string; uri?: string; redirectCode: number };
}

/**
 * A redirect of paths as App Platform can say it; undefined where it cannot. It matches a path and all below it, and
 * writes the whole path anew, so that neither a single path nor what a pattern caught can be said.
 * Source: https://docs.digitalocean.com/products/app-platform/how-to/url-rewrites/
 */
export function appRedirect(rule: SiteRedirect): AppRedirect | undefined {
  const { has, missing, destination, statusCode: redirectCode } = rule;
  const pattern = has.length + missing.length > 0 ? undefined : patternOf(rule);
  if (!pattern || pattern.rest === undefined || /[:$]\w/.test(pathOf(destination)))
    return undefined;
  const texts = pattern.segments.flatMap((it) => ("text" in it ? [it.text] : []));
  if (texts.length === 0 || texts.length < pattern.segments.length) return undefined;
  const target = targetOf(destination);
  return (
    target && {
      match: { path: { prefix: `/${texts.join("/")}` } },
      redirect: { ...target, redirectCode },
    }
  );
}

/** Hosts that send their visitors on, with the path that they asked for. */
export function domainRedirects({ domains }: SiteSpec): AppRedirect[] {
  return Object.entries(domains).flatMap(
    ([host, { redirect, redirectStatusCode: redirectCode = 308 }]) =>
      redirect === undefined
        ? []
        : [
            {
              match: { authority: { exact: host }, path: { prefix: "/" } },
              redirect: { authority: redirect, redirectCode },
            },
          ],
  );
}

/** `/new` or `https://other.example/new`; a query has no place in a rule. */
function targetOf(
  destination: string,
): { scheme?: string; authority?: string; uri?: string } | undefined {
  if (/[?#]/.test(destination)) return undefined;
  if (destination.startsWith("/")) return { uri: destination };
  const [, scheme, authority, uri] = /^(https):\/\/([^/]+)(\/.*)?$/.exec(destination) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  return { scheme, authority, uri: uri ?? "/" };
}

function pathOf(destination: string): string {
  return destination.replace(/^https:\/\/[^/]+/, "");
}
