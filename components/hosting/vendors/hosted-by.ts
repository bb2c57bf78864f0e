import * as pulumi from "@pulumi/pulumi";
import { hostOf, type HostVendor } from "../../../catalogue/hosts";
import { siteFile } from "../../../render/hosts";
import type { SiteHeaders, SiteSpec } from "../../../render/hosts/site";
import { declareOnRoute53 } from "../aws";
import { refuse } from "../../component";
import { digestOf } from "../../digest";
import { HostedRoute, HostedSite } from "../hosted";
import { baselineRoute, ruleRoute } from "../routes/route";
import { declareDnsRecords } from "../routes/vercel";
import { siteSpec } from "../site";
import { gapsOf } from "./gaps";
import type { DeclareHosting, HostingOrder, SiteVendor } from "./vendor";

/** Declares a site at a host that is not Vercel: the site, its headers, its names, and what the host itself manages. */
export function hostedBy(name: Exclude<HostVendor, "vercel">, vendor: SiteVendor): DeclareHosting {
  return (order) => {
    const { parent, args, spec, registered, transforms } = order;
    const site = siteSpec(name, args, spec, registered);
    refuse(parent.logicalName, vendor.problems?.(site) ?? []);
    declareSite(order, site, vendor);
    const at = (dns: string) => spec.routing.records.filter((record) => record.vendor === dns);
    declareDnsRecords(parent, at("vercel"), transforms);
    declareOnRoute53(parent, at("route53"), transforms.route53Record);
    vendor.declare?.({ parent, site, values: valuesOf(order), transforms });
    return {};
  };
}

// Requirement: CONF-02
/** The site with everything that rules and reports read, and one child for each of its header rules. */
function declareSite({ parent, args }: HostingOrder, site: SiteSpec, vendor: SiteVendor): void {
  const { headers, ...rest } = site;
  const rendered = siteFile(site, { stack: pulumi.getStack() });
  const declared = new HostedSite(
    `${parent.logicalName}-site`,
    {
      ...rest,
      managed: hostOf(site.vendor).managed,
      ...(rendered && { rendered: digestOf(rendered) }),
      gaps: gapsOf(args, site, vendor),
    },
    { parent },
  );
  for (const rule of headers) {
    const sender = vendor.lackOfHeaders(rule, site) === undefined ? "host" : "app";
    const route = routeOf(rule);
    const inputs = { site: declared.urn, sender, srcSyntax: rule.syntax, route } as const;
    new HostedRoute(`${parent.logicalName}-${rule.role}`, inputs, { parent });
  }
}

/** In the shape that the same rule has at Vercel. */
function routeOf({ set, remove, ...rule }: SiteHeaders) {
  const baseline = rule.role === "headers" ? baselineRoute({ set, remove }) : undefined;
  return baseline ?? ruleRoute({ ...rule, description: "", action: { headers: set } });
}

function valuesOf({ spec, registered }: HostingOrder): Record<string, pulumi.Input<string>> {
  return {
    ...Object.fromEntries(spec.variables.map(({ key, value }) => [key, value])),
    ...Object.fromEntries(Object.entries(registered).map(([key, { value }]) => [key, value])),
  };
}
