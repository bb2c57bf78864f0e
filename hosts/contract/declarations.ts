import type * as pulumi from "@pulumi/pulumi";
import type { Component } from "../../components/component";
import type { HostVariable } from "../../components/host-variable";
import type { HostingArgs } from "../../components/hosting/args";
import type { HostingSpec } from "../../components/hosting/spec";
import type { SiteSpec } from "../../render/hosts/site";
import type { ServiceSpec } from "../../render/service";

/** All that a hosting project says. */
export interface HostingOrder<Transforms> {
  parent: Component;
  args: HostingArgs;
  spec: HostingSpec;
  /** Secrets of the registry that go to the host's variables. */
  registered: Readonly<Record<string, HostVariable>>;
  transforms: Transforms;
}

/** What a hosting project comes to. */
export interface Hosted {
  /** Id of the Vercel project; undefined at any other host. */
  vercelProjectId?: pulumi.Output<string>;
}

/** What a host that is not Vercel is told, beside the site: values that no input of a component may hold. */
export interface SiteOrder<Transforms> {
  parent: Component;
  site: SiteSpec;
  /** Value of each variable of the site by its name, secret ones included. */
  values: SecretValues;
  transforms: Transforms;
}

/** A service as its vendor is told of it. */
export interface ServiceOrder<Transforms> {
  parent: Component;
  /** Name of the service in the stack file. */
  name: string;
  spec: ServiceSpec;
  /** Of its secrets. One that nobody gives a value is left out: a gap names it. */
  values: SecretValues;
  transforms: Transforms;
}

/** Values by name, each secret. */
export type SecretValues = Readonly<Record<string, pulumi.Input<string>>>;

/** What a vendor's `declare.ts` says: the one place that imports its SDK. Each takes the transforms of its own children. */
export interface VendorDeclaration {
  /** The whole hosting project, at the host whose words its args use. */
  hosting?: (order: HostingOrder<never>) => Hosted;
  /** What it manages of a site. */
  site?: (order: SiteOrder<never>) => void;
  /** What it manages of a service. */
  service?: (order: ServiceOrder<never>) => void;
}

/** The transforms that all vendors of a table take together, for one kind of order. */
export type TransformsOf<Table, Kind extends keyof VendorDeclaration> =
  OrdersOf<Table, Kind> extends (order: infer Order extends { transforms: unknown }) => void
    ? Order["transforms"]
    : never;

/** A union of functions, of which an order for all of them is inferred. */
type OrdersOf<Table, Kind extends string> = {
  [Name in keyof Table]: Table[Name] extends Readonly<Record<Kind, (order: infer Order) => unknown>>
    ? (order: Order) => void
    : never;
}[keyof Table];
