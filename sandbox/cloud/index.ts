import { awsFunctions, awsResources } from "./aws";
import { checklyResources } from "./checkly";
import { digitaloceanResources } from "./digitalocean";
import { githubFunctions, githubResources } from "./github";
import { pagerdutyFunctions, pagerdutyResources } from "./pagerduty";
import { randomFunctions, randomResources } from "./random";
import { type CloudFunction, type CloudResource } from "./resource";
import { sentryFunctions, sentryResources } from "./sentry";
import { supabaseFunctions, supabaseResources } from "./supabase";
import { vercelFunctions, vercelResources } from "./vercel";

/** Every resource type that the sandbox cloud can make, sorted by token. */
export const cloudResources: readonly CloudResource[] = [
  ...awsResources,
  ...checklyResources,
  ...digitaloceanResources,
  ...githubResources,
  ...pagerdutyResources,
  ...randomResources,
  ...sentryResources,
  ...supabaseResources,
  ...vercelResources,
].sort((a, b) => (a.type < b.type ? -1 : 1));

const resources = new Map(cloudResources.map((resource) => [resource.type, resource]));

const functions = new Map(
  [
    ...awsFunctions,
    ...githubFunctions,
    ...pagerdutyFunctions,
    ...randomFunctions,
    ...sentryFunctions,
    ...supabaseFunctions,
    ...vercelFunctions,
  ].map((entry) => [entry.token, entry]),
);

export function cloudResource(type: string): CloudResource | undefined {
  return resources.get(type);
}

export function cloudFunction(token: string): CloudFunction | undefined {
  return functions.get(token);
}
