import { type Host, type HostCapability, hostOf } from "../../../hosts";
import type { SiteRendering } from "../../../hosts/contract/renderings";
import type { FunctionRegion } from "../../../catalogue/regions";
import { isPublicVariable } from "../../../catalogue/vercel";
import type { Gap } from "../../../core/gap";
import type { SiteRule, SiteSpec, SiteVariable } from "../../../render/hosts/site";
import { defaults, type HostingArgs } from "../args";
import { asks } from "./asks";

/** What is asked for, before it is known whether the host can. */
interface Asked {
  capability: HostCapability;
  arg: string;
  asked: string;
}

/** Everything that the args ask for and the host cannot do, in the order of the args. */
export function gapsOf(args: HostingArgs, site: SiteSpec, vendor: SiteRendering): Gap[] {
  const host = hostOf(site.vendor);
  return [
    ...asks.flatMap(({ capability, arg, asked }) => {
      const words = asked(args);
      return words === undefined ? [] : [{ capability, arg, asked: words }];
    }),
    ...limitAsks(args, site, host),
    ...ruleAsks(site, vendor),
    ...linkAsks(site),
    ...variableAsks(site),
  ].flatMap((it) => gapOf(it, host));
}

function gapOf({ capability, arg, asked }: Asked, { can }: Host): Gap[] {
  const lack = can[capability];
  return lack === true ? [] : [{ capability, arg, asked, ...lack }];
}

/** Regions that are not in the same place or too many, and seconds that the host does not give. */
function limitAsks({ resourceConfig: limits }: HostingArgs, site: SiteSpec, host: Host): Asked[] {
  const { functionDefaultRegions: regions = [], functionDefaultTimeout: seconds } = limits ?? {};
  const there = regions.slice(0, host.regionsPerSite);
  const same = there.every((code) => host.regions?.[code as FunctionRegion]?.sameArea);
  const isMet = host.regions === undefined || (same && there.length === regions.length);
  const arg = "resourceConfig";
  return [
    ...(isMet || site.kind === "static"
      ? []
      : [regionAsk(`${arg}.functionDefaultRegions`, regions, site)]),
    ...(seconds === undefined || site.kind === "static"
      ? []
      : [
          {
            capability: "function-timeout" as const,
            arg: `${arg}.functionDefaultTimeout`,
            asked: `${seconds} s`,
          },
        ]),
  ];
}

function regionAsk(arg: string, regions: readonly string[], { regions: given }: SiteSpec): Asked {
  const asked = `${regions.join(", ")}; the nearest there: ${given.join(", ")}`;
  return { capability: "function-regions", arg, asked };
}

/** Headers and redirects that the host does not set, by what it lacks. */
function ruleAsks(site: SiteSpec, vendor: SiteRendering): Asked[] {
  return [
    ...site.headers.flatMap((rule) => {
      const capability = vendor.lackOfHeaders(rule, site);
      const asked = Object.keys(rule.set).join(", ");
      return capability
        ? [{ capability, arg: argOf(rule), asked: `${rule.source}: ${asked}` }]
        : [];
    }),
    ...site.headers.flatMap(({ remove }) =>
      remove.length === 0
        ? []
        : [
            {
              capability: "header-removal" as const,
              arg: "headers.remove",
              asked: remove.join(", "),
            },
          ],
    ),
    ...site.redirects.flatMap((rule) => {
      const capability = vendor.lackOfRedirect(rule, site);
      const asked = `${rule.source} to ${rule.destination} with ${rule.statusCode}`;
      return capability ? [{ capability, arg: argOf(rule), asked }] : [];
    }),
    ...Object.entries(site.domains).flatMap(([host, { redirect, redirectStatusCode = 308 }]) => {
      if (redirect === undefined) return [];
      const capability = vendor.lackOfDomainRedirect(redirectStatusCode, site);
      const asked = `${host} to ${redirect} with ${redirectStatusCode}`;
      return capability ? [{ capability, arg: `domains["${host}"].redirect`, asked }] : [];
    }),
  ];
}

/** What a host may have to be told by hand: its names, and where the code is. */
function linkAsks({ name, domains, gitRepository: git }: SiteSpec): Asked[] {
  const names = Object.keys(domains).join(", ");
  return [
    ...(names
      ? [
          { capability: "custom-domains" as const, arg: "domains", asked: names },
          { capability: "host-name" as const, arg: "name", asked: name },
        ]
      : []),
    ...(git
      ? [
          {
            capability: "git-repository" as const,
            arg: "gitRepository",
            asked: `${git.repo}, branch ${git.productionBranch}`,
          },
        ]
      : []),
  ];
}

/** `headers`, `routes.assets`, `redirects.old` */
function argOf({ role }: SiteRule): string {
  const [, kind, key] = /^(route|redirect)-(.*)$/.exec(role) ?? [];
  return kind === undefined ? "headers" : `${kind}s.${key ?? ""}`;
}

/** A name that no build makes into what browsers download. */
const isServers = (name: string) => !isPublicVariable(name);

/** One line for all variables that lack the same. */
function variableAsks({ variables, kind }: SiteSpec): Asked[] {
  const those = (
    which: (variable: SiteVariable) => boolean,
    named: (name: string) => boolean = () => true,
  ) =>
    Object.entries(variables)
      .filter(([name, variable]) => which(variable) && named(name))
      .map(([name]) => name)
      .join(", ");
  const usual: readonly string[] = defaults.variables.targets;
  const isUsual = ({ targets }: SiteVariable) => usual.every((it) => targets.some((t) => t === it));
  const atRuntime =
    kind === "static" ? "" : those(({ secret, computed }) => !secret && !computed, isServers);
  const asked: Asked[] = [
    { capability: "runtime-values", arg: "variables", asked: atRuntime },
    { capability: "secret-values", arg: "variables", asked: those(({ secret }) => secret) },
    { capability: "computed-values", arg: "variables", asked: those(({ computed }) => computed) },
    { capability: "variable-targets", arg: "variables", asked: those((it) => !isUsual(it)) },
  ];
  return asked.filter((it) => it.asked !== "");
}
