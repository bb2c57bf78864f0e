import type * as pulumi from "@pulumi/pulumi";
import type { Gap } from "../../core/gap";
import { tokens } from "../../core/tokens";
import type { SiteSpec } from "../../render/hosts/site";
import { Component } from "../component";
import type { RenderedDigest } from "../digest";
import type { Route } from "./routes/route";
import type { RuleSpec } from "./routes/spec";

/** A site at a host that is not Vercel. Its headers are `HostedRoute`s. */
export interface HostedSiteInputs extends Omit<SiteSpec, "headers"> {
  /** Whether the host's own resources are declared as well. Otherwise its file is rendered, and a tool reads it. */
  managed: boolean;
  /** File that the site alone comes to, where one is rendered. */
  rendered?: RenderedDigest;
  /** What the stack file asks for and the host cannot do. */
  gaps: Gap[];
}

/** What a site at another host than Vercel is: all that rules, the estimate and reports need to judge it. */
export class HostedSite extends Component {
  constructor(name: string, inputs: HostedSiteInputs, opts?: pulumi.ComponentResourceOptions) {
    super(tokens.hostedSite, name, { ...inputs }, opts);
    this.registerOutputs({});
  }
}

export interface HostedRouteInputs {
  /** URN of the site. */
  site: pulumi.Input<string>;
  /** Who sends the headers: the host, or the app, because the host cannot. */
  sender: "host" | "app";
  /** How `route.src` is read. */
  srcSyntax: RuleSpec["syntax"];
  /** In the shape of a Vercel route, so that the rules about headers judge it unchanged. */
  route: Route;
}

/** Response headers of some paths of a site. */
export class HostedRoute extends Component {
  constructor(name: string, inputs: HostedRouteInputs, opts?: pulumi.ComponentResourceOptions) {
    super(tokens.hostedRoute, name, { ...inputs }, opts);
    this.registerOutputs({});
  }
}
