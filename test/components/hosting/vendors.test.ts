import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import {
  type HostVendor,
  dnsTargetOf,
  hostCapabilities,
  hostOf,
  hostVendors,
} from "../../../hosts";
import { functionRegionCodes } from "../../../catalogue/regions";
import { HostingProject, type HostingProjectArgs } from "../../../components/hosting";
import { asks } from "../../../components/hosting/vendors/asks";
import { withDerivedChecks } from "../../../config/derived/checks";
import type { Gap } from "../../../core/gap";
import { tokens } from "../../../core/tokens";
import type { SiteSpec } from "../../../render/hosts/site";
import { onMocks, type Registered } from "../../support/mocks";

/* The same questions to every host. A further host is asked them all by its line in the table. */

const all = hostVendors;
const elsewhere = hostVendors.filter((it) => it !== "vercel");

const hidden = "never-in-an-input-never-in-an-input";
const gitRepository = { repo: "acme/shop" };
const shop: HostingProjectArgs = {
  name: "shop",
  framework: "vite",
  gitRepository,
  domains: { "www.shop.example": {}, "shop.example": { redirect: "www.shop.example" } },
  variables: {
    LOG_LEVEL: "info",
    API_KEY: { secret: "API_KEY" },
    VITE_SUPABASE_URL: { output: "database.url" },
  },
  secrets: { API_KEY: pulumi.secret(hidden) },
  outputs: { "database.url": "https://db.example" },
  routes: { assets: { source: "/assets/(.*)", cache: { maxAge: 60 } } },
  redirects: { old: { source: "/old/:slug", destination: "/new/:slug", statusCode: 301 } },
};

/** Everything that only Vercel does. */
const everything: Partial<HostingProjectArgs> = {
  rollingRelease: {
    advancementType: "automatic",
    stages: [{ targetPercentage: 10, duration: 5 }, { targetPercentage: 100 }],
  },
  skewProtection: "12 hours",
  autoAssignCustomDomains: false,
  deploymentRetention: { expirationProduction: "1y" },
  previewDeploymentsDisabled: true,
  previewDeploymentSuffix: "preview.shop.example",
  prioritiseProductionBuilds: true,
  enablePreviewFeedback: true,
  enableProductionFeedback: true,
  customEnvironments: { qa: {} },
  firewall: {
    rateLimits: { "sign-in": { path: "/api/auth", limit: 10, windowSeconds: 60 } },
    managedRulesets: { botProtection: { action: "challenge" } },
  },
  vercelAuthentication: { deploymentType: "standard_protection_new" },
  passwordProtection: { deploymentType: "standard_protection_new", secret: "PASSWORD" },
  trustedIps: { deploymentType: "all_deployments", addresses: [{ value: "192.0.2.1" }] },
  optionsAllowlist: { paths: [{ value: "/api" }] },
  gitProviderOptions: { requireVerifiedCommits: true },
  oidcTokenConfig: { issuerMode: "team" },
  logDrain: { endpoint: "https://logs.shop.example" },
  webhook: { endpoint: "https://hooks.shop.example", events: ["deployment.promoted"] },
  crons: { enabled: true },
  featureFlags: {
    checkout: {
      kind: "boolean",
      variants: { on: true, off: false },
      environments: {
        production: { defaultVariant: "on", disabledVariant: "off" },
        preview: { defaultVariant: "on", disabledVariant: "off" },
        development: { defaultVariant: "on", disabledVariant: "off" },
      },
    },
  },
  maintenance: { enabled: false, message: "Back at noon" },
  installCommand: "npm ci",
  nodeVersion: "22.x",
  plan: "enterprise",
  secrets: { ...shop.secrets, PASSWORD: pulumi.secret("open sesame") },
};

const declare = async (vendor: HostVendor, args: Partial<HostingProjectArgs> = {}) => {
  const { result, resources } = await onMocks(
    () => new HostingProject("web", { ...shop, ...args, vendor }),
  );
  return { result, resources };
};

const ofType = (resources: readonly Registered[], type: string) =>
  resources.filter((it) => it.type === type).map(({ inputs }) => inputs);

interface Site extends Omit<SiteSpec, "headers"> {
  managed: boolean;
  rendered?: { file: string; sha256: string };
  gaps: Gap[];
}

function siteIn(resources: readonly Registered[]): Site {
  const [site, ...others] = ofType(resources, tokens.hostedSite);
  if (!site || others.length > 0) throw new Error(`${others.length + 1} sites`);
  return site as unknown as Site;
}

interface Route {
  sender?: "host" | "app";
  route: { src: string; headers?: Record<string, string> };
}

/** Rules that set headers: Vercel's routes, or those of the site. */
function routesIn(resources: readonly Registered[]): Route[] {
  const types = [tokens.hostedRoute, "vercel:index/projectRoute:ProjectRoute"];
  const routes = types.flatMap((type) => ofType(resources, type)) as unknown as Route[];
  return routes.filter(({ route }) => route.headers);
}

// Requirement: HOST-14, HOST-15, HOST-16, CONF-02
describe.each(all)("%s, asked what every host is asked,", (vendor) => {
  const host = hostOf(vendor);

  it.each(["vite", "nextjs"])(
    "serves the headers of a site of %s, or says that the app has to",
    async (framework) => {
      const { resources } = await declare(vendor, { framework });
      const routes = routesIn(resources);
      expect(routes.map(({ route }) => route.src).sort()).toEqual(["/(.*)", "/assets/(.*)"]);
      const gaps = vendor === "vercel" ? [] : siteIn(resources).gaps;
      const toldOfApp = gaps.filter(({ capability }) => capability.includes("header"));
      for (const { sender, route } of routes.filter((it) => it.sender === "app")) {
        const asked = toldOfApp.find((it) => it.asked.startsWith(`${route.src}: `))?.asked;
        for (const name of Object.keys(route.headers ?? {})) expect(asked, sender).toContain(name);
      }
    },
  );

  it("keeps browsers on HTTPS, under addresses with https alone", async () => {
    const { result, resources } = await declare(vendor);
    const [baseline] = routesIn(resources).filter(({ route }) => route.src === "/(.*)");
    expect(baseline?.route.headers).toHaveProperty("Strict-Transport-Security");
    const urls = await new Promise<Record<string, string>>((done) => result.urls.apply(done));
    expect(Object.values(urls).every((url) => url.startsWith("https://"))).toBe(true);
  });

  it("answers under each host, knows where its name leads, and redirects or says what does not", async () => {
    const { resources } = await declare(vendor);
    const known =
      vendor === "vercel"
        ? ofType(resources, "vercel:index/projectDomain:ProjectDomain").map(({ domain }) => domain)
        : Object.keys(siteIn(resources).domains);
    expect(known.sort()).toEqual(["shop.example", "www.shop.example"]);
    for (const name of ["apex", "subdomain"] as const) {
      const { type, values } = dnsTargetOf(vendor, "shop", name);
      expect(name === "apex" ? type : "A").toBe("A");
      expect(values.length).toBeGreaterThan(0);
    }
    expect(host.address).toMatch(/^\d+(\.\d+){3}$/);
  });

  it("has a check of each host, whoever serves it", () => {
    const { domains } = shop;
    const hosting = { vendor, name: "shop", domains } as Parameters<
      typeof withDerivedChecks
    >[0]["hosting"];
    const checks = withDerivedChecks({ hosting });
    expect(Object.keys(checks).sort()).toEqual(["shop.example", "www.shop.example"]);
    expect(checks["shop.example"]?.expects?.redirect).toBe("www.shop.example");
  });

  it("has every variable by its name, and no value of a secret in any component", async () => {
    const { resources } = await declare(vendor, { ...everything });
    const names =
      vendor === "vercel"
        ? ofType(
            resources,
            "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
          ).map(({ key }) => key as string)
        : Object.keys(siteIn(resources).variables);
    expect(names).toEqual(expect.arrayContaining(["API_KEY", "LOG_LEVEL", "VITE_SUPABASE_URL"]));
    const components = resources.filter(({ custom }) => !custom).map(({ inputs }) => inputs);
    expect(JSON.stringify(components)).not.toContain(hidden);
    expect(JSON.stringify(components)).not.toContain("open sesame");
  });

  it("has a region for each that a stack file can name, and tells which is not in the same place", async () => {
    const { regions } = host;
    for (const code of functionRegionCodes) expect(regions?.[code].region).toMatch(/^[a-z0-9]+$/);
    if (vendor === "vercel") return;
    const far = functionRegionCodes.filter((code) => !regions?.[code].sameArea).slice(0, 1);
    const resourceConfig = { functionDefaultRegions: far };
    const { resources } = await declare(vendor, { framework: "nextjs", resourceConfig });
    const { gaps, regions: given } = siteIn(resources);
    expect(given).toEqual(far.map((code) => regions?.[code].region));
    expect(gaps).toContainEqual(expect.objectContaining({ capability: "function-regions" }));
  });

  it("has a way back, a page that says so, and the day on which somebody looked", () => {
    expect(host.rollback.length).toBeGreaterThan(10);
    for (const page of [host.docs, host.pricing, ...host.sources])
      expect(page).toMatch(/^https:\/\//);
    expect(host.checkedOn).toMatch(/^2\d{3}-\d\d-\d\d$/);
    expect(host.deploy === undefined).toBe(host.managed);
  });

  it("answers whether it can for everything that can be asked", () => {
    expect(Object.keys(host.can).sort()).toEqual([...hostCapabilities].sort());
    for (const answer of Object.values(host.can)) {
      if (answer === true) continue;
      expect(answer.instead.length).toBeGreaterThan(10);
      expect(answer.workaround).not.toBe(answer.instead);
      expect(answer.workaround.length).toBeGreaterThan(10);
    }
  });
});

describe.each(elsewhere)("%s, which is not Vercel,", (vendor) => {
  it("declares nothing at Vercel, and says that the project's id is none of Vercel's", async () => {
    const { result, resources } = await declare(vendor, { ...everything });
    expect(resources.filter(({ type }) => type.startsWith("vercel:"))).toEqual([]);
    expect(result.vercelProjectId).toBeUndefined();
  });

  it("does all that is asked for, or has a gap at its place in the stack file", async () => {
    const { resources } = await declare(vendor, { ...everything });
    const { gaps, managed } = siteIn(resources);
    const { can } = hostOf(vendor);
    expect(managed).toBe(hostOf(vendor).managed);
    const args = { ...shop, ...everything };
    for (const { capability, arg, asked } of asks) {
      expect(asked(args), arg).toBeTruthy();
      const gap = gaps.find((it) => it.capability === capability && it.arg === arg);
      const lack = can[capability];
      expect(gap, arg).toEqual(
        lack === true ? undefined : { capability, arg, asked: asked(args), ...lack },
      );
    }
  });

  it("has no gap of what nobody asked for", async () => {
    const { resources } = await onMocks(
      () => new HostingProject("web", { vendor, name: "shop", gitRepository }),
    );
    const asked = new Set<string>(asks.map(({ capability }) => capability));
    const { gaps } = siteIn(resources);
    expect(gaps.filter(({ capability }) => asked.has(capability))).toEqual([]);
  });

  it("hands secrets of the registry to the host, by name alone", async () => {
    const registered = {
      JWT_SECRET: { value: pulumi.secret(hidden), targets: ["production", "preview"] as const },
    };
    const { resources } = await declare(vendor, { registered });
    const site = siteIn(resources);
    expect(site.variables.JWT_SECRET).toEqual({
      secret: true,
      computed: false,
      targets: ["production", "preview"],
    });
    const { can } = hostOf(vendor);
    const told = site.gaps.find(({ capability }) => capability === "secret-values");
    if (can["secret-values"] !== true) expect(told?.asked).toContain("JWT_SECRET");
  });
});

describe("vercel, named or not,", () => {
  it("declares the same, with the same inputs", async () => {
    const [named, silent] = await Promise.all([
      declare("vercel"),
      onMocks(() => new HostingProject("web", shop)),
    ]);
    const [a, b] = [named, silent].map(({ resources }) =>
      resources.map(({ type, name, inputs }) => ({ type, name, inputs })),
    );
    expect(a).toEqual(b);
  });
});
