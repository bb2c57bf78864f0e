import * as pulumi from "@pulumi/pulumi";
import { hostOf, type HostVendor } from "../../../hosts";
import type { Hosted, HostingOrder, SiteOrder } from "../../../hosts/contract/declarations";
import type { SiteRendering } from "../../../hosts/contract/renderings";
import { siteFile, siteRendering } from "../../../hosts/files";
import type { SiteHeaders, SiteSpec } from "../../../render/hosts/site";
import { declareOnRoute53 } from "../aws";
import { refuse } from "../../component";
import { digestOf } from "../../digest";
import { HostedRoute, HostedSite } from "../hosted";
import { baselineRoute, ruleRoute } from "../routes/route";
import { declareDnsRecords } from "../routes/vercel";
import { siteSpec } from "../site";
import type { HostingTransforms } from "../transforms";
import { gapsOf } from "./gaps";

type Order = HostingOrder<HostingTransforms>;

/** Declares a site at a host that is not Vercel: the site, its headers, its names, and what the host itself manages. */
export function declareElsewhere(
  vendor: HostVendor,
  order: Order,
  declareOwn?: (order: SiteOrder<HostingTransforms>) => void,
): Hosted {
  const { parent, args, spec, registered, transforms } = order;
  const rendering = siteRendering(vendor);
  if (!rendering) throw new Error(`hosts/${vendor}/render.ts has no site`);
  const site = siteSpec(vendor, args, spec, registered);
  refuse(parent.logicalName, rendering.problems?.(site) ?? []);
  declareSite(order, site, rendering);
  const at = (dns: string) => spec.routing.records.filter((record) => record.vendor === dns);
  declareDnsRecords(parent, at("vercel"), transforms);
  declareOnRoute53(parent, at("route53"), transforms.route53Record);
  declareOwn?.({ parent, site, values: valuesOf(order), transforms });
  return {};
}

// Requirement: CONF-02
/** The site with everything that rules and reports read, and one child for each of its header rules. */
function declareSite({ parent, args }: Order, site: SiteSpec, vendor: SiteRendering): void {
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

function valuesOf({ spec, registered }: Order): Record<string, pulumi.Input<string>> {
  return {
    ...Object.fromEntries(spec.variables.map(({ key, value }) => [key, value])),
    ...Object.fromEntries(Object.entries(registered).map(([key, { value }]) => [key, value])),
  };
}
