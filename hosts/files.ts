import { groupBy } from "../core/group";
import { renderAppHeaders } from "../render/hosts/app-headers";
import type { DeclaredSite } from "../render/hosts/declared";
import type { SiteSpec } from "../render/hosts/site";
import type {
  RenderedFile,
  Renderer,
  ServiceFile,
  ServiceSpec,
  StackTarget,
} from "../render/service";
import { ofKind } from "./contract/facts";
import type { SiteRendering, SiteTarget } from "./contract/renderings";
import type { HostVendor } from "./index";
import type { ServiceVendor } from "./services";
import { renderings } from "./tables/renderings";

const sites: Readonly<Partial<Record<HostVendor, SiteRendering>>> = ofKind(renderings, "site");
const services: Readonly<Partial<Record<ServiceVendor, Renderer>>> = ofKind(renderings, "service");

/** How a host that is not Vercel is told of a site; undefined at Vercel, which reads no file. */
export function siteRendering(vendor: HostVendor): SiteRendering | undefined {
  return sites[vendor];
}

/** The file of a site; undefined at Vercel. */
export function siteFile(site: SiteSpec, target: SiteTarget): RenderedFile | undefined {
  return siteRendering(site.vendor)?.file(site, target);
}

// Requirement: CONF-02
/** The files of a stack's site: its host's own, and the headers that the app's server has to send where the host cannot. */
export function renderSite({ site, ofApp }: DeclaredSite, target: SiteTarget): RenderedFile[] {
  const own = siteFile(site, target);
  const headers = renderAppHeaders({ ...site, headers: ofApp }, target.stack);
  const isOwn = own?.file === headers.file;
  return [...(own ? [own] : []), ...(ofApp.length > 0 && !isOwn ? [headers] : [])];
}

// Requirement: CONF-02, HOST-15, HOST-16
/**
 * The files of a stack's services, each vendor's own. Pure: the same services give the same texts. Those of previews stand
 * apart, since their pool is on Fly whoever runs the service.
 */
export function renderServices(
  all: Readonly<Record<string, ServiceSpec>>,
  target: StackTarget,
): ServiceFile[] {
  // By name: an engine that keeps inputs may have changed their order, and one file holds several.
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const byVendor = groupBy(sorted, ([, { vendor }]) => vendor);
  return [...byVendor].flatMap(([vendor, some]) => services[vendor]?.(some, target) ?? []);
}
