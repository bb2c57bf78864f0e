import { hostOf, type HostVendor } from "../../hosts";
import { kindOfSite } from "../../catalogue/frameworks";
import { isPublicVariable } from "../../catalogue/vercel";
import type { FunctionRegion } from "../../catalogue/regions";
import {
  ordered,
  type SiteDomain,
  type SiteSpec,
  type SiteVariable,
} from "../../render/hosts/site";
import type { HostingArgs } from "./args";
import type { HostVariable } from "../host-variable";
import type { RuleSpec } from "./routes/spec";
import type { HostingSpec } from "./spec";
import { visibleVariables } from "./variables";

/** The site in words that no host owns. No value of a secret is in it. */
export function siteSpec(
  vendor: HostVendor,
  args: HostingArgs,
  spec: HostingSpec,
  registered: Readonly<Record<string, HostVariable>> = {},
): SiteSpec {
  const { resourceConfig: limits } = args;
  return ordered({
    vendor,
    kind: kindOfSite(args.framework),
    ...present(args),
    ...(spec.project.gitRepository && { gitRepository: spec.project.gitRepository }),
    name: args.name,
    domains: Object.fromEntries(spec.domains.map(({ host, redirect }) => [host, sent(redirect)])),
    regions: regionsAt(vendor, limits?.functionDefaultRegions),
    ...(limits?.functionDefaultTimeout !== undefined && {
      functionTimeout: limits.functionDefaultTimeout,
    }),
    variables: { ...siteVariables(args, spec), ...ofRegistry(registered) },
    headers: headersOf(spec),
    redirects: spec.routing.rules.flatMap(redirectOf),
    previews: args.previewDeploymentsDisabled !== true,
    autoPublish: args.autoAssignCustomDomains !== false,
  });
}

const buildKeys = [
  "framework",
  "buildCommand",
  "installCommand",
  "outputDirectory",
  "rootDirectory",
  "nodeVersion",
] as const;

function present(args: HostingArgs): Partial<Pick<SiteSpec, (typeof buildKeys)[number]>> {
  return Object.fromEntries(
    buildKeys.flatMap((key) => (args[key] === undefined ? [] : [[key, args[key]]])),
  );
}

function sent(redirect: { to: string; statusCode: number } | undefined): SiteDomain {
  return redirect ? { redirect: redirect.to, redirectStatusCode: redirect.statusCode } : {};
}

/** As many of the host's regions as a site of it can be in, in the order of the stack file. */
function regionsAt(vendor: HostVendor, asked: readonly FunctionRegion[] | readonly string[] = []) {
  const { regions, regionsPerSite } = hostOf(vendor);
  if (!regions) return [];
  const there = asked.flatMap((code) => regions[code as FunctionRegion]?.region ?? []);
  return [...new Set(there)].slice(0, regionsPerSite);
}

function siteVariables(args: HostingArgs, spec: HostingSpec): Record<string, SiteVariable> {
  const seen = visibleVariables(args.variables ?? {});
  return Object.fromEntries(
    spec.variables.map(({ key, targets }) => [key, { ...visibility(key, seen[key]), targets }]),
  );
}

/** Whether others may read the value; with it where it stands in the stack file. */
function visibility(key: string, seen: string | object | undefined): Omit<SiteVariable, "targets"> {
  if (typeof seen === "string") return { secret: false, computed: false, value: seen };
  if (seen && "value" in seen && typeof seen.value === "string") {
    return { secret: false, computed: false, value: seen.value };
  }
  if (seen && ("output" in seen || "computed" in seen)) return { secret: false, computed: true };
  return { secret: !isPublicVariable(key), computed: isPublicVariable(key) };
}

function ofRegistry(registered: Readonly<Record<string, HostVariable>>) {
  return Object.fromEntries(
    Object.entries(registered).map(([name, { targets }]): [string, SiteVariable] => [
      name,
      { secret: true, computed: false, targets: [...targets] },
    ]),
  );
}

function headersOf({ headers, routing }: HostingSpec): SiteSpec["headers"] {
  const { set, remove } = headers;
  const isEmpty = Object.keys(set).length + remove.length === 0;
  const every = { role: "headers", syntax: "regex", source: "/(.*)" } as const;
  return [
    ...(isEmpty ? [] : [{ ...every, has: [], missing: [], set, remove }]),
    ...routing.rules.flatMap(({ action, ...rule }) =>
      "headers" in action ? [{ ...matching(rule), set: action.headers, remove: [] }] : [],
    ),
  ];
}

function redirectOf({ action, ...rule }: RuleSpec): SiteSpec["redirects"] {
  return "headers" in action ? [] : [{ ...matching(rule), ...action }];
}

function matching({ role, syntax, source, has, missing }: Omit<RuleSpec, "action">) {
  return { role, syntax, source, has: [...has], missing: [...missing] };
}
