import type { Deployment, PendingOperation, StateResource } from "../../state/checkpoint";

export const stackUrn = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
export const webUrn = "urn:pulumi:prod::shop::groundwork:hosting:HostingProject::web";
export const providerUrn = "urn:pulumi:prod::shop::pulumi:providers:vercel::default_5_4_1";

const projectType = "vercel:index/project:Project";
const routeType = "vercel:index/projectRoute:ProjectRoute";

/** A Vercel project, child of the component `web`. */
export function project(more: Partial<StateResource> = {}): StateResource {
  return {
    urn: `urn:pulumi:prod::shop::groundwork:hosting:HostingProject$${projectType}::web`,
    type: projectType,
    custom: true,
    parent: webUrn,
    provider: `${providerUrn}::8f2f1c`,
    inputs: { name: "shop" },
    ...more,
  };
}

/** A route of it, a child of the stack itself. */
export function route(more: Partial<StateResource> = {}): StateResource {
  return {
    urn: `urn:pulumi:prod::shop::${routeType}::headers`,
    type: routeType,
    custom: true,
    parent: stackUrn,
    provider: `${providerUrn}::8f2f1c`,
    inputs: { projectId: "prj_1" },
    ...more,
  };
}

export function creating(resource: StateResource): PendingOperation {
  return { resource, type: "creating" };
}

export function deployment(
  resources: StateResource[],
  pending: PendingOperation[] = [],
): Deployment {
  return {
    version: 3,
    deployment: { manifest: { time: "now" }, resources, pending_operations: pending },
  };
}
