import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { diffInputs, type DiffKind } from "../../../sandbox/check";
import { accepted, appSpec, changed, routeRule, types, type TypeName } from "./accepted";

type Row = readonly [type: TypeName, change: PropertyMap, detailed: Record<string, DiffKind>];

function diff(name: TypeName, change: PropertyMap) {
  return diffInputs(types[name], accepted[name], changed(name, change));
}

const tops = (paths: string[]) => [...new Set(paths.map((path) => path.split(/[.[]/)[0] ?? path))];

const inPlace: readonly Row[] = [
  ["project", { nodeVersion: "24.x" }, { nodeVersion: "update" }],
  ["project", { buildCommand: undefined }, { buildCommand: "delete" }],
  ["project", { ignoreCommand: "exit 1" }, { ignoreCommand: "add" }],
  [
    "project",
    { gitRepository: { type: "github", repo: "velocity/other", productionBranch: "main" } },
    { "gitRepository.repo": "update" },
  ],
  [
    "route",
    { route: { ...routeRule, headers: { "X-Content-Type-Options": "nosniff", "X-A": "b" } } },
    {
      'route.headers["Strict-Transport-Security"]': "delete",
      'route.headers["X-A"]': "add",
    },
  ],
  ["route", { route: { ...routeRule, transforms: [] } }, { "route.transforms[0]": "delete" }],
  ["domain", { redirectStatusCode: 301 }, { redirectStatusCode: "update" }],
  ["variable", { value: UNKNOWN }, { value: "update" }],
  ["database", { databasePassword: "another password" }, { databasePassword: "update" }],
  ["database", { instanceSize: "medium" }, { instanceSize: "update" }],
  ["settings", { api: '{"max_rows":500}' }, { api: "update" }],
  ["settings", { sslEnforcement: undefined }, { sslEnforcement: "delete" }],
  ["repository", { name: "renamed" }, { name: "update" }],
  ["environment", { waitTimer: 60 }, { waitTimer: "update" }],
  ["healthCheck", { failureThreshold: 3 }, { failureThreshold: "update" }],
  ["healthCheck", { tags: { Name: "www", Team: "web" } }, { "tags.Team": "add" }],
  ["budget", { limitAmount: "130.00" }, { limitAmount: "update" }],
  ["app", { spec: { ...appSpec, name: "shop" } }, { "spec.name": "update" }],
  ["app", { spec: { ...appSpec, region: "fra" } }, { "spec.region": "update" }],
  ["topic", { region: "eu-west-1" }, { region: "add" }],
];

const replacing: readonly Row[] = [
  ["route", { position: { placement: "end" } }, { "position.placement": "update-replace" }],
  ["route", { position: undefined }, { position: "delete-replace" }],
  ["route", { projectId: "prj_2" }, { projectId: "update-replace" }],
  ["route", { projectId: UNKNOWN }, { projectId: "update-replace" }],
  ["domain", { domain: "example.com" }, { domain: "update-replace" }],
  ["variable", { key: "OTHER" }, { key: "update-replace" }],
  ["variable", { sensitive: false }, { sensitive: "update-replace" }],
  ["variable", { customEnvironmentIds: ["env_1"] }, { customEnvironmentIds: "add-replace" }],
  ["variable", { teamId: "team_1" }, { teamId: "add-replace" }],
  ["edgeItem", { key: "other" }, { key: "update-replace" }],
  ["branch", { region: "eu-west-1" }, { region: "add-replace" }],
  ["thirdPartyAuth", { projectRef: "zyxwvutsrqponmlkjihg" }, { projectRef: "update-replace" }],
  ["environment", { environment: "staging" }, { environment: "update-replace" }],
  [
    "deploymentPolicy",
    { branchPattern: undefined, tagPattern: "v*" },
    { branchPattern: "delete-replace", tagPattern: "add-replace" },
  ],
  ["actionsSecret", { secretName: "OTHER" }, { secretName: "update-replace" }],
  ["healthCheck", { type: "HTTP" }, { type: "update-replace" }],
  ["healthCheck", { requestInterval: 10 }, { requestInterval: "update-replace" }],
  ["healthCheck", { measureLatency: undefined }, { measureLatency: "delete-replace" }],
  ["budget", { name: "other" }, { name: "update-replace" }],
  ["logGroup", { logGroupClass: "INFREQUENT_ACCESS" }, { logGroupClass: "add-replace" }],
  ["subscription", { endpoint: "b@example.com" }, { endpoint: "update-replace" }],
  ["secretVersion", { secretString: "t" }, { secretString: "update-replace" }],
  ["record", { name: "web" }, { name: "update-replace" }],
  ["bucket", { objectLockEnabled: true }, { objectLockEnabled: "add-replace" }],
  ["password", { length: 40 }, { length: "update-replace" }],
  ["password", { special: true }, { special: "update-replace" }],
  ["password", { keepers: { rotated: "2026-12" } }, { keepers: "add-replace" }],
];

describe("a change that the provider makes in place", () => {
  it.each(inPlace)("updates: %s with %o", (name, change, detailed) => {
    expect(diff(name, change)).toEqual({
      changes: tops(Object.keys(detailed)),
      detailed,
      replaces: [],
      failures: [],
      deleteBeforeReplace: false,
    });
  });
});

describe("a change that needs a new resource", () => {
  it.each(replacing)("replaces: %s with %o", (name, change, detailed) => {
    expect(diff(name, change)).toEqual({
      changes: tops(Object.keys(detailed)),
      detailed,
      replaces: tops(Object.keys(detailed)),
      failures: [],
      deleteBeforeReplace: false,
    });
  });

  it("comes with a change inside an object that replaces where it is given", () => {
    const item = (enabled: boolean) => ({ edgeConfigId: "e", key: "k", valueJson: { enabled } });
    expect(diffInputs(types.edgeItem, item(false), item(true))).toMatchObject({
      detailed: { "valueJson.enabled": "update-replace" },
      replaces: ["valueJson"],
    });
  });

  it("names only the properties that replace, among others that change", () => {
    const { changes, replaces } = diff("healthCheck", { type: "HTTP", fqdn: "other.example.com" });
    expect(changes).toEqual(["fqdn", "type"]);
    expect(replaces).toEqual(["type"]);
  });

  it("comes with a change of region only when both regions are known", () => {
    const before = { name: "alerts", region: "eu-west-1" };
    const after = { name: "alerts", region: "us-east-1" };
    expect(diffInputs(types.topic, before, after).replaces).toEqual(["region"]);
    expect(diffInputs(types.topic, before, { name: "alerts" }).replaces).toEqual([]);
  });
});

describe("what is no change", () => {
  const same: readonly (readonly [string, TypeName, PropertyMap])[] = [
    ["the same inputs", "route", {}],
    ["a default that is written out", "project", { autoAssignCustomDomains: true }],
    ["a default of the API that is left out", "healthCheck", { requestInterval: undefined }],
    ["null for what was left out", "project", { ignoreCommand: null }],
    ["taking away what the vendor then keeps", "project", { nodeVersion: undefined }],
    ["another order of a set", "variable", { targets: ["preview", "production"] }],
    ["an amount with fewer zeros", "budget", { limitAmount: "120" }],
    ["the engine's own notes", "topic", { __defaults: ["name"] }],
  ];

  it.each(same)("%s", (_title, name, change) => {
    expect(diff(name, change)).toMatchObject({ changes: [], detailed: {}, replaces: [] });
  });

  it("a number in place of its text", () => {
    const { changes } = diffInputs(types.topic, { displayName: "5" }, { displayName: 5 });
    expect(changes).toEqual([]);
  });

  it("a settings document in another order and spacing", () => {
    const api = '{ "max_rows": 1000, "db_schema": "public", "db_extra_search_path": "extensions" }';
    expect(diff("settings", { api }).changes).toEqual([]);
  });

  it("does not hide a change of type inside a JSON document", () => {
    const before = { database: '{"max_connections":100}' };
    const after = { database: '{"max_connections":"100"}' };
    expect(diffInputs(types.settings, before, after).changes).toEqual(["database"]);
  });
});

describe("a change that the provider refuses", () => {
  const stuck = "Update is not supported for this attribute";

  it.each([
    ["database", { region: "us-east-1" }, "region", stuck],
    ["database", { organizationId: "other-org" }, "organizationId", stuck],
    ["settings", { projectRef: "zyxwvutsrqponmlkjihg" }, "projectRef", /^cannot be changed: .*/],
    ["branch", { parentProjectRef: "zyxwvutsrqponmlkjihg" }, "parentProjectRef", /^cannot be/],
    ["database", { instanceSize: "nano" }, "instanceSize", /^cannot be changed to nano: /],
  ] as const)("fails the update: %s with %o", (name, change, property, reason) => {
    const { changes, replaces, failures } = diff(name, change);
    expect({ changes, replaces }).toEqual({ changes: [property], replaces: [] });
    const expected: unknown = typeof reason === "string" ? reason : expect.stringMatching(reason);
    expect(failures).toEqual([{ property, reason: expected }]);
  });

  it("does not fail while the new value is unknown", () => {
    const { changes, failures } = diff("database", { region: UNKNOWN });
    expect(changes).toEqual(["region"]);
    expect(failures).toEqual([]);
  });

  it("does not fail when another property makes a new resource", () => {
    const { replaces, failures } = diffInputs(
      types.branch,
      { parentProjectRef: "a", gitBranch: "b" },
      { parentProjectRef: "c", gitBranch: "b", region: "eu-west-1" },
    );
    expect(replaces).toEqual(["region"]);
    expect(failures).toEqual([]);
  });
});

describe("a type without rules", () => {
  it("updates in place", () => {
    const { detailed, replaces } = diffInputs("aws:ec2/vpc:Vpc", { a: 1 }, { a: 2, b: [1] });
    expect(detailed).toEqual({ a: "update", b: "add" });
    expect(replaces).toEqual([]);
  });
});
