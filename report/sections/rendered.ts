import { hosts } from "../../hosts";
import { serviceHost } from "../../hosts/services";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { entriesAt, textAt } from "./declared";

/** How reports call what no provider manages: a file is rendered, which the host's own tool reads. */
export const renderedWords = "rendered, not managed" as const;

// Requirement: CONF-02
/** The host of a site, and the services with theirs, that only a file tells what to be: `Netlify`, `hub (Fly)`. */
export function renderedAt({ type, inputs }: DeclaredResource): string[] {
  if (type === tokens.hostedSite) {
    const vendor = textAt(inputs, "vendor") ?? "";
    return textAt(inputs, "managed") === "false" ? [labelOfHost(vendor)] : [];
  }
  if (type !== tokens.containerService) return [];
  return entriesAt(inputs, "services").flatMap(([name, service]) => {
    const host = serviceHost(textAt(service, "vendor"));
    return host && !host.managed ? [`${name} (${host.label})`] : [];
  });
}

function labelOfHost(vendor: string): string {
  return Object.hasOwn(hosts, vendor) ? hosts[vendor as keyof typeof hosts].label : vendor;
}
