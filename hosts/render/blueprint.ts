import { stringify } from "yaml";
import { hostingHeader } from "../../render/header";
import type { RenderedFile } from "../../render/service";
import { fileOf, type SiteSpec } from "../../render/hosts/site";
import { siteService } from "./blueprint-site";

/** What one stack has at Render: entries of the lists of a Blueprint, each ready to be written. */
export interface BlueprintParts {
  /** Entries of `services`. */
  services?: readonly object[];
  /** Entries of `databases`. */
  databases?: readonly object[];
  /** Entries of `envVarGroups`. */
  envVarGroups?: readonly object[];
  /** Comments above all, without `#`. */
  notes?: readonly string[];
}

export interface BlueprintOrder {
  stack: string;
  site?: SiteSpec | undefined;
  services?: BlueprintParts | undefined;
}

// Requirement: HOST-15
/** `render.yaml` of a stack: its site and its services in one file, because Render reads one Blueprint. */
export function renderBlueprint({ stack, site, services: parts = {} }: BlueprintOrder) {
  const { databases = [], envVarGroups = [] } = parts;
  const services = [...(site ? [siteService(site)] : []), ...(parts.services ?? [])];
  const document = {
    ...(services.length > 0 && { services }),
    ...(databases.length > 0 && { databases }),
    ...(envVarGroups.length > 0 && { envVarGroups }),
  };
  const comments = [hostingHeader(stack), ...(parts.notes ?? []).map((note) => `# ${note}`)];
  // As YAML 1.1, so that words such as off, which it takes for false, stand in quotes whoever reads them.
  const text = `${comments.join("\n")}\n\n${stringify(document, { lineWidth: 0, version: "1.1" })}`;
  return { file: fileOf(stack, "render", "yaml"), text } satisfies RenderedFile;
}
