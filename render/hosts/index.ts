import type { HostVendor } from "../../catalogue/hosts";
import type { RenderedFile } from "../service";
import type { DeclaredSite } from "./declared";
import { renderAppHeaders } from "./digitalocean/headers";
import { renderNetlify } from "./netlify";
import { type BlueprintParts, renderBlueprint } from "./render/blueprint";
import type { SiteSpec } from "./site";

/** What a site's file may share with the services of its stack. */
export interface SiteTarget {
  stack: string;
  /** What the stack's services are at Render; undefined where none is there. */
  blueprint?: BlueprintParts | undefined;
}

/** The file of a site at each host: what its own tool reads, or what the app's server does. */
const renderers: Readonly<
  Record<Exclude<HostVendor, "vercel">, (site: SiteSpec, target: SiteTarget) => RenderedFile>
> = {
  netlify: (site, { stack }) => renderNetlify(site, stack),
  render: (site, { stack, blueprint }) => renderBlueprint({ stack, site, services: blueprint }),
  digitalocean: (site, { stack }) => renderAppHeaders(site, stack),
};

/** The file of a site; undefined at Vercel, which reads none. */
export function siteFile(site: SiteSpec, target: SiteTarget): RenderedFile | undefined {
  return site.vendor === "vercel" ? undefined : renderers[site.vendor](site, target);
}

// Requirement: CONF-02
/** The files of a stack's site: its host's own, and the headers that the app's server has to send where the host cannot. */
export function renderSite({ site, ofApp }: DeclaredSite, target: SiteTarget): RenderedFile[] {
  const own = siteFile(site, target);
  const headers = renderAppHeaders({ ...site, headers: ofApp }, target.stack);
  const isOwn = own?.file === headers.file;
  return [...(own ? [own] : []), ...(ofApp.length > 0 && !isOwn ? [headers] : [])];
}
