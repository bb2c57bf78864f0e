import { hosts, type HostVendor, redirectStatusAt } from "../../hosts";
import type { DeclaredResource } from "../../core/resource";
import type { PropertyMap } from "../../core/value";
import { mapEntriesIn, mapsIn, numberIn, textIn } from "../declared";
import type { RoutedHeaders } from "./check";

/* What a site on another host than Vercel serves. Its component says it: the host has no resource for each. */

interface HostedDomain {
  host: string;
  redirect?: string;
  status: number;
}

interface HostedRedirect extends Pick<RoutedHeaders, "source" | "syntax"> {
  to: string;
  status: number;
}

/** Its hosts. */
export function hostedDomains({ inputs }: DeclaredResource): HostedDomain[] {
  return mapEntriesIn(inputs, "domains").map(([host, domain]) => {
    const redirect = textIn(domain, "redirect");
    const asked = numberIn(domain, "redirectStatusCode") ?? 308;
    const status = statusAt(inputs, asked) ?? asked;
    return { host, ...(redirect !== undefined && { redirect }), status };
  });
}

/** Its redirects that every visitor gets. */
export function hostedRedirects({ inputs }: DeclaredResource): HostedRedirect[] {
  return mapsIn(inputs, "redirects").flatMap((redirect) => {
    const [source, to] = [textIn(redirect, "source"), textIn(redirect, "destination")];
    const status = statusAt(inputs, numberIn(redirect, "statusCode") ?? 308);
    const conditions = [...mapsIn(redirect, "has"), ...mapsIn(redirect, "missing")];
    if (source === undefined || to === undefined || status === undefined) return [];
    if (conditions.length > 0) return [];
    const syntax = textIn(redirect, "syntax") as RoutedHeaders["syntax"] | undefined;
    return [{ source, syntax: syntax ?? "path-to-regexp", to, status }];
  });
}

/** What the host answers; undefined for a redirect that it does not serve, which a gap of the site tells. */
function statusAt(site: PropertyMap, status: number): number | undefined {
  const vendor = textIn(site, "vendor") ?? "";
  return Object.hasOwn(hosts, vendor) ? redirectStatusAt(vendor as HostVendor, status) : status;
}
