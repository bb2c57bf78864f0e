import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import { child, type Component, type Transform } from "../component";
import { declareOnRoute53, type Route53RecordTransform } from "./aws";
import type { ResponseHeaders } from "./headers";
import type { RoutingSpec } from "./routes";
import { baselineRoute } from "./routes/route";
import {
  declareDnsRecords,
  declareEdgeConfig,
  declareRules,
  type RoutingTransforms,
} from "./routes/vercel";
import type { HostingSpec } from "./spec";
import { declarePlatform, type PlatformTransforms } from "./vercel-platform";

/** The last word on each kind of child at Vercel. */
export interface VercelTransforms extends RoutingTransforms, PlatformTransforms {
  /** The Vercel project. */
  project?: Transform<vercel.ProjectArgs> | undefined;
  /** Called for each DNS record in Route 53. */
  route53Record?: Route53RecordTransform | undefined;
  /** Called for each host. */
  domain?: Transform<vercel.ProjectDomainArgs> | undefined;
  /** Called for each environment variable. */
  variable?: Transform<vercel.ProjectEnvironmentVariableArgs> | undefined;
}

/** Declares the project and everything in it. */
export function declareOnVercel(
  parent: Component,
  spec: HostingSpec,
  transforms: VercelTransforms,
): { projectId: pulumi.Output<string> } {
  const project = new vercel.Project(
    ...child<vercel.ProjectArgs>(parent, "", spec.project, { transform: transforms.project }),
  );
  const baseline = declareHeaders(parent, project.id, spec.headers, transforms);
  declareRouting(parent, { projectId: project.id, baseline, spec: spec.routing, transforms });
  declareDomains(parent, project.id, spec, transforms);
  const place = { parent, projectId: project.id };
  const environments = declarePlatform(place, spec.platform, transforms);
  declareVariables({ ...place, environments }, spec, transforms);
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
  { route: transform }: VercelTransforms,
): vercel.ProjectRoute | undefined {
  const route = baselineRoute(headers);
  if (!route) return undefined;
  const args: vercel.ProjectRouteArgs = {
    projectId,
    name: `${parent.logicalName}-headers`,
    description: "Response headers of every path",
    srcSyntax: "regex",
    position: { placement: "start" },
    route,
  };
  return new vercel.ProjectRoute(
    ...child(parent, "headers", args, { transform, deleteBeforeReplace: true }),
  );
}

interface Routing {
  projectId: pulumi.Output<string>;
  baseline: vercel.ProjectRoute | undefined;
  spec: RoutingSpec;
  transforms: VercelTransforms;
}

function declareRouting(parent: Component, routing: Routing): void {
  const { projectId, baseline: after, spec, transforms } = routing;
  const at = (vendor: string) => spec.records.filter((record) => record.vendor === vendor);
  declareRules(parent, { projectId, rules: spec.rules, after, transforms });
  declareDnsRecords(parent, at("vercel"), transforms);
  declareOnRoute53(parent, at("route53"), transforms.route53Record);
  declareEdgeConfig(parent, projectId, spec.edgeConfig, transforms);
}

function declareDomains(
  parent: Component,
  projectId: pulumi.Output<string>,
  { domains }: HostingSpec,
  { domain: transform }: VercelTransforms,
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

interface VariablePlace {
  parent: Component;
  projectId: pulumi.Output<string>;
  /** Ids of custom environments by name. */
  environments: ReadonlyMap<string, pulumi.Output<string>>;
}

/** A variable of one name and target exists once, so that a replacement must go before it comes. */
function declareVariables(
  { parent, projectId, environments }: VariablePlace,
  { variables }: HostingSpec,
  { variable: transform }: VercelTransforms,
): void {
  for (const { customEnvironments, targets, ...variable } of variables) {
    const args: vercel.ProjectEnvironmentVariableArgs = {
      projectId,
      ...variable,
      ...(targets.length > 0 && { targets }),
      ...(customEnvironments.length > 0 && {
        customEnvironmentIds: customEnvironments.flatMap((name) => environments.get(name) ?? []),
      }),
    };
    new vercel.ProjectEnvironmentVariable(
      ...child(parent, variable.key, args, { transform, deleteBeforeReplace: true }),
    );
  }
}
