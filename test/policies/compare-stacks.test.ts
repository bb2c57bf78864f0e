import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../core/value";
import { betweenCatalogue } from "../../policies/between/catalogue";
import { betweenRuleIds } from "../../policies/between/ids";
import { compareStacks } from "../../policies/compare-stacks";
import { providerTypes } from "../../policies/lib/provider-types";
import { hostedSite } from "./support/hosted";
import { profile, resource, root, today } from "./support/stack";

type Tier = "dev" | "staging" | "prod";

/** A stack of that name and tier. */
function stack(name: Tier, resources: readonly DeclaredResource[], settings: PropertyMap = {}) {
  const declared = [root, profile({ tier: name, ...settings }), ...resources];
  const renamed = declared.map((one) => ({
    ...one,
    urn: one.urn.replace("pulumi:prod:", `pulumi:${name}:`),
  }));
  return { stack: name, resources: renamed };
}

const ask = (...stacks: ReturnType<typeof stack>[]) => compareStacks({ stacks, clock: today });
const lines = (...stacks: ReturnType<typeof stack>[]) =>
  ask(...stacks).map(({ urn, message }) => `${urn.split(":")[2]} ${message}`);

const secrets = (registry: PropertyMap) => resource(tokens.secrets, "secrets", { registry });
const variable = (key: string) => resource(providerTypes.vercelVariable, `v-${key}`, { key });
const bucket = (name: string) => resource("aws:s3/bucket:Bucket", "files", { bucket: name });

const database = (organizationId: string, plan: string) =>
  resource(tokens.database, "db", { organizationId, plan });

describe("supabase-plan-shared", () => {
  // Requirement: COST-01
  it("reports in each stack that another says another plan of the organization", () => {
    const dev = stack("dev", [database("shop", "free")]);
    const prod = stack("prod", [database("shop", "pro")]);
    expect(ask(dev, prod)).toEqual([
      {
        rule: "supabase-plan-shared",
        state: "fail",
        urn: "urn:pulumi:dev::groundwork::groundwork:database:Database::db",
        level: "mandatory",
        severity: "medium",
        message: "plan: found free in organization shop, for which the stack prod says pro",
        property: "plan",
        input: "plan",
        found: "free",
        wanted: "pro",
      },
      expect.objectContaining({
        urn: "urn:pulumi:prod::groundwork::groundwork:database:Database::db",
        message: "plan: found pro in organization shop, for which the stack dev says free",
      }),
    ]);
  });

  it.each([
    ["one plan in one organization", database("shop", "pro")],
    ["an organization of its own", database("shop-dev", "free")],
    [
      "an organization that is not known",
      resource(tokens.database, "db", { organizationId: UNKNOWN, plan: "free" }),
    ],
    ["no database", root],
  ])("is content with %s", (_, other) => {
    expect(ask(stack("dev", [other]), stack("prod", [database("shop", "pro")]))).toEqual([]);
  });
});

describe("same-secret-names", () => {
  // Requirement: SECR-10
  it("is content with the same names in staging and prod, whatever dev has", () => {
    const both = [secrets({ A_KEY: {} }), variable("A_URL")];
    expect(ask(stack("dev", []), stack("staging", both), stack("prod", both))).toEqual([]);
  });

  it("reports what either lacks, in full", () => {
    const staging = stack("staging", [secrets({ A_KEY: {} }), variable("A_URL")]);
    const prod = stack("prod", [
      secrets({ A_KEY: {}, B_KEY: {} }),
      resource(tokens.hostingProject, "web"),
    ]);
    expect(ask(staging, prod)).toEqual([
      {
        rule: "same-secret-names",
        state: "fail",
        urn: "urn:pulumi:staging::groundwork::groundwork:secrets:Secrets::secrets",
        level: "mandatory",
        severity: "medium",
        message: "registry: found no secret B_KEY, which the stack prod has",
        property: "registry",
        input: "registry",
        found: null,
        wanted: "B_KEY",
      },
      expect.objectContaining({
        urn: "urn:pulumi:prod::groundwork::groundwork:hosting:HostingProject::web",
        message: "variables: found no variable A_URL, which the stack staging has",
        input: "variables",
      }),
    ]);
  });

  it("names the stack itself where it has no component for it", () => {
    const prod = stack("prod", [
      secrets({ B_KEY: {}, A_KEY: {} }),
      variable("B_URL"),
      variable("B_URL"),
    ]);
    expect(lines(stack("staging", []), prod)).toEqual([
      "staging registry: found no secret A_KEY, which the stack prod has",
      "staging registry: found no secret B_KEY, which the stack prod has",
      "staging variables: found no variable B_URL, which the stack prod has",
    ]);
  });

  it("leaves what belongs to the whole repository to the stack that owns it", () => {
    const scope = { github: { scope: "repository" } };
    const prod = (destinations: PropertyMap) =>
      stack("prod", [secrets({ SCAN: { destinations } })]);
    expect(lines(stack("staging", []), prod(scope))).toEqual([]);
    expect(lines(stack("staging", []), prod({ ...scope, vercel: {} }))).toHaveLength(1);
    expect(lines(stack("staging", []), prod({ github: {} }))).toHaveLength(1);
  });

  it("compares no dev stack, and no stack with itself", () => {
    const prod = stack("prod", [secrets({ A_KEY: {} })]);
    expect(ask(stack("dev", []), prod)).toEqual([]);
    expect(ask(prod, prod)).toEqual([]);
    expect(ask(prod)).toEqual([]);
    expect(ask()).toEqual([]);
  });
});

describe("names-not-shared", () => {
  // Requirement: SECR-10
  it("is content with names of their own", () => {
    expect(ask(stack("dev", [bucket("acme-dev")]), stack("prod", [bucket("acme-prod")]))).toEqual(
      [],
    );
  });

  it("reports one name in two stacks, in both, in full", () => {
    const [first, second] = ask(stack("dev", [bucket("acme")]), stack("prod", [bucket("acme")]));
    expect(second).toEqual({
      rule: "names-not-shared",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::aws:s3/bucket:Bucket::files",
      level: "mandatory",
      severity: "high",
      message: "bucket: found acme, which the stack dev declares too, wanted a name of its own",
      property: "bucket",
      found: "acme",
      wanted: "a name of its own",
    });
    expect(first?.message).toContain("which the stack prod declares too");
  });

  it("knows projects, hosts, environments and services", () => {
    const hub = { hub: { app: "acme-hub" } };
    const each: [DeclaredResource, string][] = [
      [resource(providerTypes.vercelProject, "web", { name: "acme" }), "name: found acme"],
      [
        resource(providerTypes.vercelDomain, "d", { domain: "App.example.com" }),
        "domain: found App",
      ],
      [
        resource(tokens.containerService, "s", { services: hub }),
        "services.hub.app: found acme-hub.fly.dev",
      ],
      [
        resource(providerTypes.githubEnvironment, "e", { environment: "live", repository: "acme" }),
        "environment: found live",
      ],
    ];
    for (const [one, found] of each) {
      const [first] = ask(stack("dev", [one]), stack("staging", [one]));
      expect(first?.message).toContain(found);
    }
  });

  it("knows one host by its name, whichever vendor serves it", () => {
    const host = "app.example.com";
    const domain = resource(providerTypes.vercelDomain, "d", { domain: host });
    const site = hostedSite({ domains: { [host]: {} } });
    const [first] = ask(stack("dev", [site]), stack("prod", [domain]));
    expect(first?.message).toBe(
      'domains["app.example.com"]: found app.example.com, which the stack prod declares too, wanted a name of its own',
    );
  });

  it("tells environments of two repositories, and names that Pulumi makes, apart", () => {
    const environment = (repository: string) =>
      resource(providerTypes.githubEnvironment, "e", { environment: "live", repository });
    expect(ask(stack("dev", [environment("a")]), stack("prod", [environment("b")]))).toEqual([]);
    const made = bucket("files-1a2b3c4");
    expect(ask(stack("dev", [made]), stack("prod", [made]))).toEqual([]);
  });
});

describe("comparing stacks", () => {
  const waiver = {
    rule: "same-secret-names",
    target: "secrets",
    reason: "staging gets it with the next release",
    owner: "platform-team",
    expires: "2026-06-30",
  };
  const prod = stack("prod", [secrets({ A_KEY: {} })]);

  it("lets the stack that has to change waive it", () => {
    const staging = stack("staging", [secrets({})], { waivers: [waiver] });
    expect(ask(staging, prod).map((each) => each.waiver?.owner)).toEqual(["platform-team"]);
    const late = { ...waiver, expires: "2026-06-14" };
    const [result] = ask(stack("staging", [secrets({})], { waivers: [late] }), prod);
    expect(result?.waiver).toBeUndefined();
  });

  it("has the ids that waivers are read by", () => {
    expect(betweenCatalogue.map(({ id }) => id)).toEqual([...betweenRuleIds]);
  });
});
