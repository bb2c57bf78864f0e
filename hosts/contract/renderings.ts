import type { HostCapability } from "./capability";
import type { Problem } from "../../core/errors";
import type { SiteHeaders, SiteRedirect, SiteSpec } from "../../render/hosts/site";
import type { NamedServices, RenderedFile, Renderer } from "../../render/service";

/** What a site's file may share with the services of its stack. */
export interface SiteTarget {
  stack: string;
  /** The stack's services that the same vendor runs, for one that reads them from the same file. */
  services?: NamedServices;
}

/**
 * A site at a host that is not Vercel. It answers for each rule whether it does what the rule says; what no host but Vercel
 * does is among its facts.
 */
export interface SiteRendering {
  /** What its own tool reads, or the app's server does. */
  file: (site: SiteSpec, target: SiteTarget) => RenderedFile;
  /** What it lacks to send these headers with every answer of these paths; undefined where it lacks nothing. */
  lackOfHeaders: (rule: SiteHeaders, site: SiteSpec) => HostCapability | undefined;
  /** What it lacks to redirect these paths so. */
  lackOfRedirect: (rule: SiteRedirect, site: SiteSpec) => HostCapability | undefined;
  /** What it lacks to redirect a whole host so. */
  lackOfDomainRedirect: (status: number, site: SiteSpec) => HostCapability | undefined;
  /** What it refuses altogether. Paths count from the args of the hosting project. */
  problems?: (site: SiteSpec) => Problem[];
}

/** What a vendor's `render.ts` says: pure, so that the component that declares a file and the command that writes it agree. */
export interface VendorRendering {
  site?: SiteRendering;
  /** Left out where services are declared in its cloud, and no tool reads a file. */
  service?: Renderer;
}
