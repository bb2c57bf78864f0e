import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import type { Gap } from "../../core/gap";
import { checkInputs } from "../../sandbox/check";
import type { PropertyMap } from "../../core/value";
import { find, listOf, onMocks } from "../support/mocks";

const App = "digitalocean:index/app:App";
const Component = "groundwork:hosting:HostingProject";
const Site = "groundwork:hosting:HostedSite";
const Route = "groundwork:hosting:HostedRoute";

const smallest = {
  vendor: "digitalocean",
  name: "shop",
  gitRepository: { repo: "shop/web" },
} as const;
const declare = (args: Partial<HostingProjectArgs> = {}) =>
  onMocks(() => new HostingProject("web", { ...smallest, ...args }));
const appOf = async (args: Partial<HostingProjectArgs> = {}) =>
  find((await declare(args)).resources, App).inputs.spec as PropertyMap;
const gapsOf = async (args: Partial<HostingProjectArgs> = {}) =>
  (find((await declare(args)).resources, Site).inputs.gaps as Gap[]).map(
    ({ capability, arg, asked }) => `${capability} ${arg}: ${asked}`,
  );

const full = {
  framework: "nextjs",
  buildCommand: "npm run build",
  installCommand: "npm ci",
  rootDirectory: "apps/web",
  gitRepository: { type: "gitlab", repo: "shop/web", productionBranch: "release" },
  autoAssignCustomDomains: false,
  resourceConfig: { functionDefaultRegions: ["fra1"] },
  domains: {
    "app.example.com": {},
    "www.example.com": { redirect: "app.example.com", redirectStatusCode: 301 },
  },
  redirects: {
    docs: {
      source: "/docs/(.*)",
      syntax: "regex",
      destination: "https://docs.example.com/",
      statusCode: 302,
    },
    one: { source: "/old", destination: "/new", statusCode: 301 },
  },
  variables: {
    API_KEY: { secret: "API_KEY" },
    LOG_LEVEL: "info",
    PREVIEW_ONLY: { value: "yes", targets: ["preview"] },
  },
  secrets: { API_KEY: pulumi.secret("hush") },
} as unknown as Partial<HostingProjectArgs>;

// Requirement: HOST-16
describe("HostingProject on DigitalOcean", () => {
  it("declares the site, its headers and one app", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([
      `${App} web`,
      `${Route} web-headers`,
      `${Site} web-site`,
      `${Component} web`,
    ]);
  });

  it("makes a static site of what is files", async () => {
    expect(await appOf()).toEqual({
      name: "shop",
      staticSites: [
        {
          name: "web",
          github: { repo: "shop/web", branch: "main", deployOnPush: true },
          envs: [],
          outputDir: "dist",
        },
      ],
      ingress: { rules: [{ component: { name: "web" }, match: { path: { prefix: "/" } } }] },
      alerts: [{ rule: "DEPLOYMENT_FAILED" }, { rule: "DOMAIN_FAILED" }],
    });
  });

  it("makes a service of a framework that needs a server, in the nearest region", async () => {
    const { services, region } = await appOf(full);
    expect(region).toBe("fra");
    expect(services).toEqual([
      {
        name: "web",
        gitlab: { repo: "shop/web", branch: "release", deployOnPush: false },
        sourceDir: "apps/web",
        buildCommand: "npm ci && npm run build",
        runCommand: "npm run start",
        httpPort: 8080,
        instanceSizeSlug: "apps-s-1vcpu-1gb",
        instanceCount: 1,
        healthCheck: {
          httpPath: "/",
          initialDelaySeconds: 10,
          periodSeconds: 10,
          timeoutSeconds: 5,
        },
        envs: [
          {
            key: "API_KEY",
            value: expect.anything() as unknown,
            type: "SECRET",
            scope: "RUN_AND_BUILD_TIME",
          },
          { key: "LOG_LEVEL", value: "info", type: "GENERAL", scope: "RUN_AND_BUILD_TIME" },
        ],
      },
    ]);
  });

  it("serves every domain, and sends on what only redirects before the app answers", async () => {
    const { domainNames, ingress } = await appOf(full);
    expect(domainNames).toEqual([
      { name: "app.example.com", type: "PRIMARY" },
      { name: "www.example.com", type: "ALIAS" },
    ]);
    expect(ingress).toEqual({
      rules: [
        {
          match: { authority: { exact: "www.example.com" }, path: { prefix: "/" } },
          redirect: { authority: "app.example.com", redirectCode: 301 },
        },
        {
          match: { path: { prefix: "/docs" } },
          redirect: { scheme: "https", authority: "docs.example.com", uri: "/", redirectCode: 302 },
        },
        { component: { name: "web" }, match: { path: { prefix: "/" } } },
      ],
    });
  });

  it("makes an app that App Platform takes", async () => {
    const variables = { LOG_LEVEL: "info" };
    for (const args of [{}, { ...full, variables, secrets: {} }]) {
      const spec = await appOf(args);
      expect(checkInputs(App, { spec })).toEqual([]);
    }
  });

  it("keeps the value of a secret secret, and out of every component", async () => {
    const { resources } = await declare(full);
    const components = resources.filter(({ custom }) => !custom);
    expect(JSON.stringify(components)).not.toContain("hush");
    expect(find(resources, Site).inputs.variables).toMatchObject({
      API_KEY: { secret: true, computed: false },
      LOG_LEVEL: { secret: false, value: "info" },
    });
  });

  it("says who has to send the headers, and in which file they are", async () => {
    const { resources } = await declare();
    expect(find(resources, Route).inputs).toMatchObject({ sender: "app", srcSyntax: "regex" });
    expect(find(resources, Site).inputs).toMatchObject({
      managed: true,
      rendered: { file: expect.stringMatching(/^headers\..*json$/) as string },
    });
  });

  it("says what App Platform does not do", async () => {
    expect(await gapsOf(full)).toEqual([
      expect.stringMatching(/^server-headers headers: \/\(\.\*\): Content-Security-Policy/),
      expect.stringMatching(/^header-removal headers\.remove/),
      "redirect-patterns redirects.one: /old to /new with 301",
      "secret-values variables: API_KEY",
      "variable-targets variables: PREVIEW_ONLY",
    ]);
    expect(await gapsOf({ nodeVersion: "22.x", skewProtection: "12 hours" })).toEqual(
      expect.arrayContaining([
        "node-version nodeVersion: 22.x",
        "skew-protection skewProtection: 12 hours",
      ]),
    );
  });

  it("names a region that is not the one asked for", async () => {
    const resourceConfig = { functionDefaultRegions: ["yul1", "iad1"], functionDefaultTimeout: 30 };
    expect(await gapsOf({ ...full, resourceConfig })).toEqual(
      expect.arrayContaining([
        "function-regions resourceConfig.functionDefaultRegions: yul1, iad1; the nearest there: tor",
        "function-timeout resourceConfig.functionDefaultTimeout: 30 s",
      ]),
    );
  });

  it("hands the app to its transform last", async () => {
    const app = (args: { spec?: unknown }) => {
      Object.assign(args.spec as object, { region: "syd" });
    };
    expect((await appOf({ transform: { app } })).region).toBe("syd");
  });

  it("refuses a name that no app can have, and a site without a repository, all at once", async () => {
    await expect(declare({ name: "Shop.App", gitRepository: undefined })).rejects.toThrow(
      /web\.name[\s\S]*2 to 32 lower-case letters[\s\S]*web\.gitRepository[\s\S]*the repository that App Platform builds/,
    );
  });
});
