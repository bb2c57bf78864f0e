import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import { child, type Component, type Transform } from "../component";
import type { ResponseHeaders } from "./headers";
import type { HostingSpec } from "./spec";

/** The last word on each kind of child. */
export interface HostingTransforms {
  /** The Vercel project. */
  project?: Transform<vercel.ProjectArgs> | undefined;
  /** The one routing rule that sets and removes response headers. */
  route?: Transform<vercel.ProjectRouteArgs> | undefined;
  /** Called for each host. */
  domain?: Transform<vercel.ProjectDomainArgs> | undefined;
  /** Called for each environment variable. */
  variable?: Transform<vercel.ProjectEnvironmentVariableArgs> | undefined;
}

/** Declares the project and everything in it. */
export function declareOnVercel(
  parent: Component,
  spec: HostingSpec,
  transforms: HostingTransforms,
): { projectId: pulumi.Output<string> } {
  const project = new vercel.Project(
    ...child<vercel.ProjectArgs>(parent, "", spec.project, { transform: transforms.project }),
  );
  declareHeaders(parent, project.id, spec.headers, transforms);
  declareDomains(parent, project.id, spec, transforms);
  declareVariables(parent, project.id, spec, transforms);
  return { projectId: project.id };
}

/**
 * One rule for all paths. `position` is always set, because the provider crashes without it, and rule names are
 * unique in a project, so that a replacement must go before it comes.
 */
function declareHeaders(
  parent: Component,
  projectId: pulumi.Output<string>,
  headers: ResponseHeaders,
  { route: transform }: HostingTransforms,
): void {
  const { set, remove } = headers;
  if (Object.keys(set).length + remove.length === 0) return;
  const args: vercel.ProjectRouteArgs = {
    projectId,
    name: `${parent.logicalName}-headers`,
    description: "Response headers of every path",
    srcSyntax: "regex",
    position: { placement: "start" },
    route: {
      src: "/(.*)",
      ...(Object.keys(set).length > 0 && { headers: set }),
      ...(remove.length > 0 && { transforms: remove.map(removal) }),
    },
  };
  new vercel.ProjectRoute(
    ...child(parent, "headers", args, { transform, deleteBeforeReplace: true }),
  );
}

function removal(name: string) {
  const target = JSON.stringify({ key: name.toLowerCase() });
  return { type: "response.headers", op: "delete", target };
}

function declareDomains(
  parent: Component,
  projectId: pulumi.Output<string>,
  { domains }: HostingSpec,
  { domain: transform }: HostingTransforms,
): void {
  const declared = new Map<string, vercel.ProjectDomain>();
  for (const { host, redirect } of domains) {
    const args: vercel.ProjectDomainArgs = {
      projectId,
      domain: host,
      ...(redirect && { redirect: redirect.to, redirectStatusCode: redirect.statusCode }),
    };
    const target = redirect && declared.get(redirect.to);
    const opts = { transform, deleteBeforeReplace: true, ...(target && { dependsOn: [target] }) };
    declared.set(host, new vercel.ProjectDomain(...child(parent, host, args, opts)));
  }
}

/** A variable of one name and target exists once, so that a replacement must go before it comes. */
function declareVariables(
  parent: Component,
  projectId: pulumi.Output<string>,
  { variables }: HostingSpec,
  { variable: transform }: HostingTransforms,
): void {
  for (const variable of variables) {
    const args: vercel.ProjectEnvironmentVariableArgs = { projectId, ...variable };
    new vercel.ProjectEnvironmentVariable(
      ...child(parent, variable.key, args, { transform, deleteBeforeReplace: true }),
    );
  }
}
