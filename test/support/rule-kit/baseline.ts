import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { resource } from "./resources";

/* What the rules of the catalogue are content with; a test changes one thing in it. */

export const vercelProject = resource(providerTypes.vercelProject, "web", {
  name: "velocity-platform",
  resourceConfig: { functionDefaultRegions: ["yul1", "iad1"] },
});
export const supabaseProject = resource(providerTypes.supabaseProject, "db", {
  region: "ca-central-1",
});

export const compliantHeaders = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "Content-Security-Policy":
    "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; upgrade-insecure-requests",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

export const removal = (header: string): PropertyMap => ({
  type: "response.headers",
  op: "delete",
  target: JSON.stringify({ key: header }),
});

export interface RouteChange {
  name?: string;
  headers?: PropertyMap | symbol;
  route?: PropertyMap;
  inputs?: PropertyMap;
  project?: DeclaredResource;
}

/** A route of the project that acts on every path and carries exactly these headers. */
export function headersRoute({
  name = "web-headers",
  headers = compliantHeaders,
  route = {},
  inputs = {},
  project = vercelProject,
}: RouteChange = {}): DeclaredResource {
  const base: PropertyMap = {
    src: "/(.*)",
    headers: headers as PropertyMap,
    transforms: [removal("X-Powered-By")],
  };
  return resource(
    providerTypes.vercelRoute,
    name,
    { srcSyntax: "regex", route: { ...base, ...route }, ...inputs },
    { propertyDependencies: { projectId: [project.urn] } },
  );
}

/** The compliant headers, with one given another value, or none. */
export function headersWith(name: keyof typeof compliantHeaders, value?: string): PropertyMap {
  const headers: Record<string, string> = { ...compliantHeaders };
  if (value === undefined) delete headers[name];
  else headers[name] = value;
  return headers;
}

export const profileInputs: PropertyMap & { tier: Tier } = {
  tier: "prod",
  owner: "platform-team",
  shared: { owner: "prod" },
  onUnknown: "fail",
  budget: { monthlyUsd: 400, awsUsd: 60, owner: "finance" },
  waivers: [],
  rules: {},
};

export function profile(changes: PropertyMap = {}, name = "profile"): DeclaredResource {
  return resource(tokens.stackProfile, name, { ...profileInputs, ...changes });
}
