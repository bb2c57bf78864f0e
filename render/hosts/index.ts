import type { HostVendor } from "../../catalogue/hosts";
import type { RenderedFile } from "../service";
import type { DeclaredSite } from "./declared";
import { renderAppHeaders } from "./digitalocean/headers";
import { renderNetlify } from "./netlify";
import { renderBlueprint, type BlueprintParts } from "./render/blueprint";

/** What a site's file may share with the services of its stack. */
export interface SiteTarget {
  stack: string;
  /** What the stack's services are at Render; undefined where none is there. */
  blueprint?: BlueprintParts | undefined;
}

type RenderDeclared = (declared: DeclaredSite, target: SiteTarget) => RenderedFile[];

/** What each host reads from a file. */
const renderers: Partial<Record<HostVendor, RenderDeclared>> = {
  netlify: ({ site }, { stack }) => [renderNetlify(site, stack)],
  render: ({ site }, { stack, blueprint }) => [
    renderBlueprint({ stack, site, services: blueprint }),
  ],
};

// Requirement: CONF-02
/** The files of a stack's site: its host's own, and the headers that the app's server has to send where the host cannot. */
export function renderSite(declared: DeclaredSite, target: SiteTarget): RenderedFile[] {
  const { site, ofApp } = declared;
  return [
    ...(renderers[site.vendor]?.(declared, target) ?? []),
    ...(ofApp.length > 0 ? [renderAppHeaders({ ...site, headers: ofApp }, target.stack)] : []),
  ];
}
