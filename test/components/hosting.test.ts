import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const declare = (args: Partial<HostingProjectArgs> = {}, opts?: pulumi.ComponentResourceOptions) =>
  onMocks(() => new HostingProject("web", { name: "shop", ...args }, opts));

const Project = "vercel:index/project:Project";
const ProjectRoute = "vercel:index/projectRoute:ProjectRoute";
const ProjectDomain = "vercel:index/projectDomain:ProjectDomain";
const Variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const Component = "groundwork:hosting:HostingProject";

// Requirement: HOST-01, HOST-02, HOST-05, SECR-03
describe("HostingProject", () => {
  it("declares a project and its header rule for the smallest args", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([
      `${Component} web`,
      `${Project} web`,
      `${ProjectRoute} web-headers`,
    ]);
  });

  it("declares one child for each host and variable, named from its key", async () => {
    const { resources } = await declare({
      domains: { "app.example.com": {}, "www.example.com": { redirect: "app.example.com" } },
      variables: { LOG_LEVEL: "info", API_KEY: { secret: "API_KEY" } },
      secrets: { API_KEY: pulumi.secret("hush") },
    });
    expect(listOf(resources)).toEqual([
      `${Component} web`,
      `${Project} web`,
      `${ProjectDomain} web-app.example.com`,
      `${ProjectDomain} web-www.example.com`,
      `${Variable} web-API_KEY`,
      `${Variable} web-LOG_LEVEL`,
      `${ProjectRoute} web-headers`,
    ]);
    for (const { name, parent } of resources.filter(({ custom }) => custom)) {
      expect(parent, name).toBe(`${Component} web`);
    }
  });

  it("gives Vercel the name and its secure defaults when nothing else is said", async () => {
    const { resources } = await declare();
    expect(find(resources, Project).inputs).toEqual({
      name: "shop",
      gitForkProtection: true,
      protectedSourcemaps: true,
      directoryListing: false,
      customerSuccessCodeVisibility: false,
    });
  });

  it("gives Vercel every build setting in its own words", async () => {
    const settings = {
      framework: "nextjs",
      buildCommand: "npm run build",
      installCommand: "npm ci",
      devCommand: "npm run dev",
      outputDirectory: ".next",
      rootDirectory: "apps/web",
      nodeVersion: "22.x",
      gitRepository: { type: "gitlab", repo: "shop/web", productionBranch: "release" },
      resourceConfig: { functionDefaultRegions: ["yul1", "iad1"], functionDefaultTimeout: 30 },
    } as const;
    const { resources } = await declare(structuredClone(settings) as never);
    expect(find(resources, Project).inputs).toMatchObject(settings);
  });

  it("links a GitHub repository whose production branch is main, unless told otherwise", async () => {
    const { resources } = await declare({ gitRepository: { repo: "shop/web" } });
    expect(find(resources, Project).inputs.gitRepository).toEqual({
      type: "github",
      repo: "shop/web",
      productionBranch: "main",
    });
  });

  it("answers the project's id and the addresses of its hosts", async () => {
    const { result, resources } = await declare({
      domains: { "www.example.com": { redirect: "app.example.com" }, "app.example.com": {} },
    });
    expect(await valueOf(result.projectId)).toBe("web-id");
    expect(result.url && (await valueOf(result.url))).toBe("https://app.example.com");
    expect(find(resources, Component).outputs).toEqual({
      projectId: "web-id",
      url: "https://app.example.com",
      urls: {
        "app.example.com": "https://app.example.com",
        "www.example.com": "https://www.example.com",
      },
    });
  });

  it("answers no address when it has no host, rather than guess one", async () => {
    const { result } = await declare();
    expect(result.url).toBeUndefined();
    expect(await valueOf(result.urls)).toEqual({});
  });
});

describe("the header rule of a HostingProject", () => {
  it("is one regex rule for all paths with a position, replaced by deleting first", async () => {
    const { resources } = await declare();
    const { inputs, options } = find(resources, ProjectRoute);
    expect(inputs).toMatchObject({
      projectId: "web-id",
      name: "web-headers",
      description: "Response headers of every path",
      srcSyntax: "regex",
      position: { placement: "start" },
      route: {
        src: "/(.*)",
        transforms: [{ type: "response.headers", op: "delete", target: '{"key":"x-powered-by"}' }],
      },
    });
    expect(options.deleteBeforeReplace).toBe(true);
  });

  it("is known word for word at preview, when the project does not exist yet", async () => {
    const { resources } = await onMocks(() => new HostingProject("web", { name: "shop" }), {
      preview: true,
    });
    const { route } = find(resources, ProjectRoute).inputs as { route: { headers: object } };
    expect(Object.values(route.headers).map((text) => typeof text)).toEqual(
      new Array(8).fill("string"),
    );
  });

  it("says nothing about removals when there are none", async () => {
    const { resources } = await declare({ headers: { remove: [] } });
    expect(find(resources, ProjectRoute).inputs.route).not.toHaveProperty("transforms");
  });

  it("only removes when every header is turned off", async () => {
    const { resources } = await declare({ headers: allOff });
    const { route } = find(resources, ProjectRoute).inputs;
    expect(Object.keys(route as object).sort()).toEqual(["src", "transforms"]);
  });

  it("is left out when nothing is to be set or removed", async () => {
    const { resources } = await declare({ headers: { ...allOff, remove: [] } });
    expect(listOf(resources)).toEqual([`${Component} web`, `${Project} web`]);
  });
});

describe("the hosts of a HostingProject", () => {
  it("redirect permanently, after their target exists, and are replaced by deleting first", async () => {
    const { resources } = await declare({
      domains: { "www.example.com": { redirect: "app.example.com" }, "app.example.com": {} },
    });
    const www = find(resources, ProjectDomain, "web-www.example.com");
    expect(www.inputs).toEqual({
      projectId: "web-id",
      domain: "www.example.com",
      redirect: "app.example.com",
      redirectStatusCode: 308,
    });
    expect(www.options.dependsOn).toEqual(["web", "web-app.example.com"]);
    expect(www.options.deleteBeforeReplace).toBe(true);
    expect(find(resources, ProjectDomain, "web-app.example.com").inputs).toEqual({
      projectId: "web-id",
      domain: "app.example.com",
    });
  });

  it("redirect with the status asked for", async () => {
    const { resources } = await declare({
      domains: {
        "app.example.com": {},
        "old.example.com": { redirect: "app.example.com", redirectStatusCode: 302 },
      },
    });
    const old = find(resources, ProjectDomain, "web-old.example.com");
    expect(old.inputs.redirectStatusCode).toBe(302);
  });
});

describe("the variables of a HostingProject", () => {
  it("carry the defaults of readable text", async () => {
    const { resources } = await declare({ variables: { LOG_LEVEL: "info" } });
    const variable = find(resources, Variable);
    expect(variable.inputs).toEqual({
      projectId: "web-id",
      key: "LOG_LEVEL",
      value: "info",
      targets: ["production", "preview"],
      sensitive: false,
      comment: "Managed by Pulumi",
    });
    expect(variable.secretInputs).toEqual(["value"]);
    expect(variable.options.deleteBeforeReplace).toBe(true);
  });

  it.each([
    ["a secret", "KEY", { secret: "S" }, true],
    ["an Output", "KEY", { value: pulumi.output("x") }, true],
    ["text", "KEY", { value: "x" }, false],
    ["text said to be sensitive", "KEY", { value: "x", sensitive: true }, true],
    ["an Output said not to be", "KEY", { value: pulumi.output("x"), sensitive: false }, false],
    ["a secret for development", "KEY", { secret: "S", targets: ["development"] }, false],
    ["a secret with a Next.js public name", "NEXT_PUBLIC_KEY", { secret: "S" }, false],
    ["a secret with a Vite public name", "VITE_KEY", { secret: "S" }, false],
    ["an Output with a public name", "PUBLIC_KEY", { value: pulumi.output("x") }, false],
  ] as const)(
    "that are %s (%s) have the right sensitivity",
    async (_what, key, given, sensitive) => {
      const { resources } = await declare({
        variables: { [key]: given } as never,
        secrets: { S: pulumi.secret("hush") },
      });
      expect(find(resources, Variable).inputs.sensitive).toBe(sensitive);
    },
  );

  it("keep the targets and the comment they are given", async () => {
    const { resources } = await declare({
      variables: { KEY: { secret: "S", targets: ["preview"], comment: "For mail" } },
      secrets: { S: pulumi.secret("hush") },
    });
    expect(find(resources, Variable).inputs).toMatchObject({
      value: "hush",
      targets: ["preview"],
      comment: "For mail",
    });
  });
});

describe("the inputs of a HostingProject", () => {
  it("repeat the args, so that policies and auditors see them", async () => {
    const args = {
      name: "shop",
      framework: "nextjs",
      domains: { "app.example.com": {} },
      headers: { strictTransportSecurity: false, frameOptions: "SAMEORIGIN" } as const,
      variables: { LOG_LEVEL: "info", MODE: { value: "x", comment: "c" } },
    };
    const { resources } = await declare(args);
    expect(find(resources, Component).inputs).toEqual(args);
  });

  it("never hold the value of a secret, only that there is one", async () => {
    const { resources } = await declare({
      variables: {
        BY_NAME: { secret: "S", comment: "c" },
        BY_OUTPUT: { value: pulumi.secret("known-value-1") },
        BY_FLAG: { value: "known-value-2", sensitive: true },
        NEXT_PUBLIC_URL: { value: pulumi.output("known-value-3") },
      },
      secrets: { S: pulumi.secret("known-value-4"), UNUSED: "known-value-5" },
    });
    const component = find(resources, Component);
    expect(component.inputs.variables).toEqual({
      BY_NAME: { secret: "S", comment: "c" },
      BY_OUTPUT: { secret: true },
      BY_FLAG: { sensitive: true, secret: true },
      NEXT_PUBLIC_URL: { computed: true },
    });
    expect(JSON.stringify(component)).not.toContain("known-value");
  });

  it("hold no transform", async () => {
    const { resources } = await declare({ transform: { project: () => undefined } });
    expect(find(resources, Component).inputs).toEqual({ name: "shop" });
  });
});

describe("the transforms of a HostingProject", () => {
  it("have the last word on each kind of child", async () => {
    const { resources } = await declare({
      domains: { "app.example.com": {} },
      variables: { LOG_LEVEL: "info" },
      transform: {
        project: (args) => {
          args.skewProtection = "12 hours";
        },
        route: (args) => ({ ...args, enabled: false }),
        domain: (args, opts) => {
          args.gitBranch = "next";
          opts.protect = true;
        },
        variable: (_args, opts, name) => {
          if (name === "web-LOG_LEVEL") opts.ignoreChanges = ["value"];
        },
      },
    });
    expect(find(resources, Project).inputs.skewProtection).toBe("12 hours");
    expect(find(resources, ProjectRoute).inputs.enabled).toBe(false);
    const domain = find(resources, ProjectDomain);
    expect(domain.inputs.gitBranch).toBe("next");
    expect(domain.options.protect).toBe(true);
    expect(find(resources, Variable).options.ignoreChanges).toEqual(["value"]);
  });

  it("leave the caller's own args as they were", async () => {
    const gitRepository = { repo: "shop/web" };
    await declare({
      gitRepository,
      transform: {
        project: (args) => {
          Object.assign(args.gitRepository as object, { repo: "other/web" });
        },
      },
    });
    expect(gitRepository).toEqual({ repo: "shop/web" });
  });
});

const allOff = {
  strictTransportSecurity: false,
  contentSecurityPolicy: false,
  contentTypeOptions: false,
  frameOptions: false,
  referrerPolicy: false,
  permissionsPolicy: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
} as const;
