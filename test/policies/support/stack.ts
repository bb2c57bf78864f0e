import type { RuleResult } from "../../../core/finding";
import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { parseUrn } from "../../../core/urn";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import type { Rule } from "../../../policies/rule";
import { run } from "../../../policies/run";

export const today = new Date("2026-06-15T12:00:00Z");

/** A declared resource of the stack `prod`; whatever the test does not care about is filled in. */
export function resource(
  type: string,
  name: string,
  inputs: PropertyMap = {},
  rest: Partial<DeclaredResource> = {},
): DeclaredResource {
  return {
    urn: `urn:pulumi:prod::groundwork::${type}::${name}`,
    type,
    name,
    custom: !type.startsWith("groundwork:") && !type.startsWith("pulumi:pulumi:"),
    protect: false,
    inputs,
    propertyDependencies: {},
    ...rest,
  };
}

export const root = resource("pulumi:pulumi:Stack", "groundwork-prod");
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

export interface JudgeOptions {
  stack?: string;
  clock?: Date;
  /** Further rules to judge with, whose results are left out. */
  beside?: readonly Rule[];
}

/** What one rule says about a stack that holds these resources, its root and, where none is given, a profile. */
export function judge(
  rule: Rule,
  resources: readonly DeclaredResource[],
  { stack = "prod", clock = today, beside = [] }: JudgeOptions = {},
): RuleResult[] {
  const hasProfile = resources.some(({ type }) => type === tokens.stackProfile);
  const all = hasProfile ? [root, ...resources] : [root, profile(), ...resources];
  return run({ resources: all, stack, clock, rules: [rule, ...beside] }).filter(
    (result) => result.rule === rule.id,
  );
}

/** State, logical name and message: what a test compares when the rest does not matter. */
export function brief(results: readonly RuleResult[]): string[] {
  return results.map(({ state, urn, message }) => `${state} ${parseUrn(urn).name}: ${message}`);
}

/** State, logical name and property. */
export function places(results: readonly RuleResult[]): string[] {
  return results.map(
    ({ state, urn, property = "-" }) => `${state} ${parseUrn(urn).name} ${property}`,
  );
}
