import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { ofRightLength } from "../../components/hosting/named-secrets";
import { find, listOf, onMocks } from "../support/mocks";

const declare = (args: Partial<HostingProjectArgs> = {}) =>
  onMocks(() => new HostingProject("web", { name: "shop", ...args }));

const Component = "groundwork:hosting:HostingProject";
const type = (name: string) =>
  `vercel:index/${name.slice(0, 1).toLowerCase()}${name.slice(1)}:${name}`;
const long = "known-value-of-thirty-two-letters-1";
const served = { defaultVariant: "old", disabledVariant: "old" };
const settings = {
  plan: "enterprise",
  autoAssignCustomDomains: false,
  skewProtection: "12 hours",
  customEnvironments: { qa: { branchTracking: { pattern: "qa/", type: "startsWith" } } },
  deploymentRetention: { expirationPreview: "1m" },
  rollingRelease: {
    advancementType: "automatic",
    stages: [{ targetPercentage: 10, duration: 5 }, { targetPercentage: 100 }],
  },
  firewall: {
    rateLimits: { "sign-in": { path: "/api/auth", limit: 20, windowSeconds: 60 } },
    managedRulesets: { botProtection: { action: "log" }, owasp: { xss: { action: "deny" } } },
  },
  logDrain: { endpoint: "https://logs.example.com/api", secret: "DRAIN" },
  webhook: { endpoint: "https://hooks.example.com", events: ["deployment.promoted"] },
  crons: { enabled: true },
  featureFlags: {
    beta: {
      kind: "boolean",
      variants: { old: false, new: true },
      environments: {
        production: served,
        preview: { ...served, defaultVariant: "new", enabled: true },
        development: served,
      },
    },
  },
  passwordProtection: { deploymentType: "all_deployments", secret: "VISITORS" },
} satisfies Partial<HostingProjectArgs>;
const everything = {
  ...settings,
  secrets: { DRAIN: pulumi.secret(long), VISITORS: pulumi.secret("known-value-2") },
};

// Requirement: REL-04, REL-05, REL-06, DR-11
describe("the platform settings of a HostingProject", () => {
  it("declare nothing when nothing is said", async () => {
    const { resources } = await declare({ plan: "pro" });
    expect(listOf(resources)).toEqual([
      `${Component} web`,
      `${type("Project")} web`,
      `${type("ProjectRoute")} web-headers`,
    ]);
  });

  it("declare one child each, named from its role", async () => {
    const { resources } = await declare(everything);
    expect(listOf(resources)).toEqual([
      `${Component} web`,
      `${type("CustomEnvironment")} web-env-qa`,
      `${type("FeatureFlagConfig")} web-flag-beta-config`,
      `${type("FeatureFlagDefinition")} web-flag-beta`,
      `${type("FirewallConfig")} web-firewall`,
      `${type("LogDrain")} web-log-drain`,
      `${type("Project")} web`,
      `${type("ProjectCrons")} web-crons`,
      `${type("ProjectDeploymentRetention")} web-deployment-retention`,
      `${type("ProjectRollingRelease")} web-rolling-release`,
      `${type("ProjectRoute")} web-headers`,
      `${type("Webhook")} web-webhook`,
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ["CustomEnvironment", { projectId: "web-id", name: "qa", ...everything.customEnvironments.qa }],
    ["ProjectDeploymentRetention", { projectId: "web-id", expirationPreview: "1m" }],
    ["ProjectRollingRelease", { projectId: "web-id", ...everything.rollingRelease }],
    ["ProjectCrons", { projectId: "web-id", enabled: true }],
    ["Webhook", { projectIds: ["web-id"], ...everything.webhook }],
    [
      "LogDrain",
      {
        name: "web-log-drain",
        projectIds: ["web-id"],
        endpoint: "https://logs.example.com/api",
        environments: ["production"],
        sources: ["static", "edge", "external", "build", "lambda", "firewall", "redirect"],
        deliveryFormat: "json",
        secret: long,
      },
    ],
    [
      "FirewallConfig",
      {
        projectId: "web-id",
        enabled: true,
        rules: {
          rules: [
            {
              name: "sign-in",
              description: "At most 20 requests to /api/auth in 60 s from one client",
              active: true,
              conditionGroups: [{ conditions: [{ type: "path", op: "pre", value: "/api/auth" }] }],
              action: {
                action: "rate_limit",
                rateLimit: {
                  limit: 20,
                  window: 60,
                  keys: ["ip"],
                  algo: "fixed_window",
                  action: "rate_limit",
                },
              },
            },
          ],
        },
        managedRulesets: {
          botProtection: { active: true, action: "log" },
          owasp: { xss: { active: true, action: "deny" } },
        },
      },
    ],
    [
      "FeatureFlagDefinition",
      {
        projectId: "web-id",
        key: "beta",
        kind: "boolean",
        variants: [
          { id: "new", valueBool: true },
          { id: "old", valueBool: false },
        ],
      },
    ],
    [
      "FeatureFlagConfig",
      {
        projectId: "web-id",
        flagId: "web-flag-beta-id",
        production: { defaultVariantId: "old", disabledVariantId: "old", enabled: false },
        preview: { defaultVariantId: "new", disabledVariantId: "old", enabled: true },
        development: { defaultVariantId: "old", disabledVariantId: "old", enabled: false },
      },
    ],
  ])("tell a %s exactly this", async (name, inputs) => {
    const { resources } = await declare(everything);
    expect(find(resources, type(name)).inputs).toEqual(inputs);
  });

  it("give the project what is its own, the password sealed", async () => {
    const { resources } = await declare(everything);
    const project = find(resources, type("Project"));
    expect(project.inputs).toMatchObject({
      autoAssignCustomDomains: false,
      skewProtection: "12 hours",
      passwordProtection: { deploymentType: "all_deployments", password: "known-value-2" },
    });
    expect(project.inputs).not.toHaveProperty("plan");
    // The SDK seals all of it.
    expect(project.secretInputs.join()).toContain("passwordProtection");
    expect(find(resources, type("LogDrain")).secretInputs).toEqual(["secret"]);
  });

  it("pass protection on in Vercel's own words", async () => {
    const words = {
      previewDeploymentsDisabled: true,
      previewDeploymentSuffix: "previews.example.com",
      vercelAuthentication: { deploymentType: "standard_protection_new" },
      trustedIps: { deploymentType: "all_deployments", addresses: [{ value: "192.0.2.1" }] },
      optionsAllowlist: { paths: [{ value: "/api" }] },
      gitProviderOptions: { requireVerifiedCommits: true },
      oidcTokenConfig: { issuerMode: "team" },
    } satisfies Partial<HostingProjectArgs>;
    const { resources } = await declare({ plan: "enterprise", ...words });
    expect(find(resources, type("Project")).inputs).toMatchObject(words);
  });

  it("stand in the component's inputs with secrets by name alone", async () => {
    const { resources } = await declare(everything);
    const component = find(resources, Component);
    expect(component.inputs).toEqual({ name: "shop", ...settings });
    expect(JSON.stringify(component)).not.toContain("known-value");
  });

  it.each([
    "CustomEnvironment",
    "FeatureFlagDefinition",
    "FeatureFlagConfig",
    "FirewallConfig",
    "ProjectRollingRelease",
  ])("replace a %s by deleting it first, because there can be one only", async (name) => {
    const { resources } = await declare(everything);
    expect(find(resources, type(name)).options.deleteBeforeReplace).toBe(true);
  });

  it("leave the last word to transforms", async () => {
    const { resources } = await declare({
      ...everything,
      transform: {
        logDrain: (args) => ({ ...args, samplingRate: 0.5 }),
        featureFlag: (args) => void (args.archived = true),
      },
    });
    expect(find(resources, type("LogDrain")).inputs.samplingRate).toBe(0.5);
    expect(find(resources, type("FeatureFlagDefinition")).inputs.archived).toBe(true);
  });
});

describe("a variable for a custom environment", () => {
  const variable = type("ProjectEnvironmentVariable");

  it("goes to that environment alone unless targets are named too", async () => {
    const customEnvironments = { qa: {} };
    const alone = await declare({
      customEnvironments,
      variables: { MODE: { value: "x", customEnvironments: ["qa"] } },
    });
    expect(find(alone.resources, variable).inputs.customEnvironmentIds).toEqual(["web-env-qa-id"]);
    expect(find(alone.resources, variable).inputs).not.toHaveProperty("targets");
    const both = await declare({
      customEnvironments,
      variables: { MODE: { value: "x", customEnvironments: ["qa"], targets: ["preview"] } },
    });
    expect(find(both.resources, variable).inputs.targets).toEqual(["preview"]);
  });
});

describe("a HostingProject refuses", () => {
  it.each<[string, Partial<HostingProjectArgs>, string]>([
    [
      "more regions than its plan has",
      { plan: "hobby", resourceConfig: { functionDefaultRegions: ["yul1", "iad1"] } },
      "web.resourceConfig.functionDefaultRegions: 2 function regions; expected at most 1 on plan hobby; " +
        "come down to 1, or say plan: pro if the team has it",
    ],
    [
      "a second custom environment on pro, the plan that is assumed",
      { customEnvironments: { qa: {}, uat: {} } },
      "web.customEnvironments: 2 custom environments; expected at most 1 on plan pro; " +
        "come down to 1, or say plan: enterprise if the team has it",
    ],
    [
      "a rolling release without skew protection",
      { rollingRelease: everything.rollingRelease },
      "web.rollingRelease: no skewProtection; expected skewProtection beside it, because two versions serve " +
        'visitors at the same time; add skewProtection, such as "12 hours"',
    ],
    [
      "a log drain whose secret nobody set",
      { logDrain: everything.logDrain },
      "web.logDrain.secret: no secret named DRAIN; " +
        "set it: pulumi config set --secret --path 'groundwork:secrets.DRAIN'",
    ],
    [
      "a log drain whose secret is short, without showing it",
      { logDrain: everything.logDrain, secrets: { DRAIN: "known-value" } },
      "web.logDrain.secret: the secret DRAIN is too short or too long; expected at least 32 characters",
    ],
    [
      "logs over plain HTTP",
      { logDrain: { endpoint: "http://logs.example.com" } },
      "web.logDrain.endpoint: http://logs.example.com; expected an https address; serve it over TLS",
    ],
    [
      "a rate limit over an hour",
      { firewall: { rateLimits: { "sign-in": { path: "/", limit: 1, windowSeconds: 3600 } } } },
      "web.firewall.rateLimits.sign-in.windowSeconds: 3600; expected whole seconds from 10 to 600",
    ],
    [
      "a variable for a custom environment that it does not have",
      { variables: { MODE: { value: "x", customEnvironments: ["qa"] } } },
      "web.variables.MODE.customEnvironments[0]: qa, no custom environment of this project; " +
        "expected a name in customEnvironments; add qa to customEnvironments",
    ],
    [
      "a flag that serves a variant it does not have",
      {
        featureFlags: {
          beta: { ...everything.featureFlags.beta, variants: { old: false } },
        },
      },
      "web.featureFlags.beta.environments.preview.defaultVariant: new, no variant of the flag; " +
        "expected one of old; add the variant, or name one of these",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(declare(args)).rejects.toMatchObject({ message });
  });

  it.each([31, 0])(
    "a sealed secret of %i characters where 32 are due, without showing it",
    (size) => {
      const given = { path: "logDrain.secret", name: "DRAIN", length: { min: 32 } };
      expect(() => ofRightLength("v".repeat(size), given)).toThrow(
        /^logDrain\.secret: the secret DRAIN is too short or too long; expected at least 32 characters$/,
      );
    },
  );

  it("no sealed secret of the right length", () => {
    const given = { path: "passwordProtection.secret", name: "P", length: { min: 1, max: 72 } };
    expect(ofRightLength("x".repeat(72), given)).toBe("x".repeat(72));
    expect(() => ofRightLength("x".repeat(73), given)).toThrow("expected 1 to 72 characters");
  });
});
