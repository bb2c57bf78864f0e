import type * as pulumi from "@pulumi/pulumi";
import type { types } from "@pulumi/digitalocean";
import { appComponent, appPort, siteSize } from "./apps";
import { outputFolderOf } from "../../catalogue/frameworks";
import { appRedirect, domainRedirects } from "./routing";
import type { SiteSpec, SiteVariable } from "../../render/hosts/site";
import { appEnv } from "./app-env";

type AppSpec = types.input.AppSpec;
type StaticSite = types.input.AppSpecStaticSite;

/** Value of each variable by its name, those of secrets secret. */
export type Values = Readonly<Record<string, pulumi.Input<string>>>;

/** A site as an app of App Platform: files of its CDN, or a server in one region. */
export function appSpecOf(site: SiteSpec, values: Values): AppSpec {
  const { name, kind, domains } = site;
  const [region] = site.regions;
  const hosts = Object.keys(domains);
  return {
    name,
    ...(region !== undefined && { region }),
    ...(kind === "static"
      ? { staticSites: [staticSite(site, values)] }
      : { services: [server(site, values)] }),
    ...(hosts.length > 0 && { domainNames: domainsOf(hosts) }),
    ingress: { rules: rulesOf(site) },
    alerts: [{ rule: "DEPLOYMENT_FAILED" }, { rule: "DOMAIN_FAILED" }],
  };
}

/** The first serves the app in its own name; all others are its aliases, those that redirect included. */
function domainsOf(hosts: readonly string[]) {
  return hosts.map((name, at) => ({ name, type: at === 0 ? "PRIMARY" : "ALIAS" }));
}

/** Redirects stand before the app, which answers everything else. */
function rulesOf(site: SiteSpec) {
  return [
    ...domainRedirects(site),
    ...site.redirects.flatMap((rule) => appRedirect(rule) ?? []),
    { component: { name: appComponent }, match: { path: { prefix: "/" } } },
  ];
}

function staticSite(site: SiteSpec, values: Values): StaticSite {
  const { framework, outputDirectory } = site;
  return { ...builtOf(site, values), outputDir: outputDirectory ?? outputFolderOf(framework) };
}

/** App Platform tells the server its port in PORT. Without a path the check asks whether the port takes connections. */
function server(site: SiteSpec, values: Values): types.input.AppSpecService {
  return {
    ...builtOf(site, values),
    runCommand: "npm run start",
    httpPort: appPort,
    instanceSizeSlug: siteSize,
    instanceCount: 1,
    healthCheck: { httpPath: "/", initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 5 },
  };
}

/** What files and servers are built from. */
function builtOf(site: SiteSpec, values: Values) {
  const { gitRepository: git, rootDirectory, installCommand, buildCommand, autoPublish } = site;
  const commands = [installCommand, buildCommand].filter((it) => it !== undefined);
  const source = git && {
    repo: git.repo,
    branch: git.productionBranch,
    deployOnPush: autoPublish,
  };
  return {
    name: appComponent,
    ...(git && { [git.type]: source }),
    ...(rootDirectory !== undefined && { sourceDir: rootDirectory }),
    ...(commands.length > 0 && { buildCommand: commands.join(" && ") }),
    envs: envsOf(site.variables, values),
  };
}

/** Variables of production, by name. */
function envsOf(variables: Readonly<Record<string, SiteVariable>>, values: Values) {
  return Object.entries(variables)
    .filter(([, { targets }]) => targets.includes("production"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { secret }]) => {
      const value = values[key];
      return value === undefined ? [] : [appEnv(key, value, secret, "RUN_AND_BUILD_TIME")];
    });
}
