import type * as pulumi from "@pulumi/pulumi";
import type { HostCapability } from "../../../catalogue/hosts";
import type { Problem } from "../../../core/errors";
import type { SiteHeaders, SiteRedirect, SiteSpec } from "../../../render/hosts/site";
import type { Component } from "../../component";
import type { HostingArgs } from "../args";
import type { HostVariable } from "../../host-variable";
import type { HostingSpec } from "../spec";
import type { HostingTransforms } from "../vercel";

/** All that a host may need to declare a hosting project. */
export interface HostingOrder {
  parent: Component;
  args: HostingArgs;
  spec: HostingSpec;
  /** Secrets of the registry that go to the host's variables. */
  registered: Readonly<Record<string, HostVariable>>;
  transforms: HostingTransforms;
}

/** What a hosting project comes to. */
export interface Hosted {
  /** Id of the Vercel project; undefined at any other host. */
  vercelProjectId?: pulumi.Output<string>;
}

/** Declares a hosting project at one host. */
export type DeclareHosting = (order: HostingOrder) => Hosted;

/** What a host that is not Vercel is told, beside the site: values that no input of a component may hold. */
export interface SiteOrder {
  parent: Component;
  site: SiteSpec;
  /** Value of each variable of the site by its name, secret ones included. */
  values: Readonly<Record<string, pulumi.Input<string>>>;
  transforms: HostingTransforms;
}

/**
 * A host that is not Vercel. It answers for each rule whether it does what the rule says; what no host but Vercel does is
 * asked of `catalogue/hosts`. Its file, where it has one, is in `render/hosts`.
 */
export interface SiteVendor {
  /** What it lacks to send these headers with every answer of these paths; undefined where it lacks nothing. */
  lackOfHeaders: (rule: SiteHeaders, site: SiteSpec) => HostCapability | undefined;
  /** What it lacks to redirect these paths so. */
  lackOfRedirect: (rule: SiteRedirect, site: SiteSpec) => HostCapability | undefined;
  /** What it lacks to redirect a whole host so. */
  lackOfDomainRedirect: (status: number, site: SiteSpec) => HostCapability | undefined;
  /** What it refuses altogether. Paths count from the args of the hosting project. */
  problems?: (site: SiteSpec) => Problem[];
  /** Declares what it manages. */
  declare?: (order: SiteOrder) => void;
}
