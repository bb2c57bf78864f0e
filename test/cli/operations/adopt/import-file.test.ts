import { describe, expect, it } from "vitest";
import { adoptionFile, withoutValues } from "../../../../cli/operations/adopt/import-file";
import { withTrusted } from "../../../../cli/operations/adopt/record-trusted";
import { missingIn } from "../../../../cli/operations/adopt/runs";
import { wantedOf } from "../../../../cli/operations/adopt/wanted";
import type { PlannedGoal } from "../../../../cli/engine/plan-goals";
import { signatureKey, signatures, unknownSentinel } from "../../../../core/signatures";
import { UNKNOWN } from "../../../../core/value";
import type { Adoption } from "../../../../operations/adopt/model";

const prefix = "urn:pulumi:prod::shop::";
const stackUrn = `${prefix}pulumi:pulumi:Stack::shop-prod`;
const ciphertext = { [signatureKey]: signatures.secret, ciphertext: "v1:x" };

function goal(urn: string, more: Partial<PlannedGoal> = {}): PlannedGoal {
  const [types = "", name = ""] = urn.slice(prefix.length).split("::");
  const type = types.split("$").at(-1) ?? "";
  const common = { urn, type, name, custom: true, inputDiff: {}, steps: ["create"] };
  return { ...common, parent: stackUrn, ...more };
}

const component = goal(`${prefix}groundwork:hosting:HostingProject::web`, {
  custom: false,
  inputDiff: { adds: { name: "shop" } },
});
const provider = goal(`${prefix}pulumi:providers:vercel::default_5_4_1`, {
  inputDiff: { adds: { version: "5.4.1", __internal: { pluginDownloadURL: "github://api" } } },
});
const parameterized = goal(`${prefix}pulumi:providers:supabase::default_1_10_1`, {
  inputDiff: {
    adds: {
      version: "1.10.1",
      __internal: { name: "terraform-provider", version: "1.4.0", parameterization: "e30=" },
    },
  },
});
const project = goal(
  `${prefix}groundwork:hosting:HostingProject$vercel:index/project:Project::web`,
  {
    parent: component.urn,
    provider: `${provider.urn}::${unknownSentinel}`,
    protect: true,
    inputDiff: { adds: { name: "shop", id: unknownSentinel, password: ciphertext } },
    propertyDependencies: { id: [component.urn], password: null },
  },
);
const database = goal(`${prefix}supabase:index/project:Project::db`, {
  provider: `${parameterized.urn}::id`,
});
const password = goal(`${prefix}random:index/randomPassword:RandomPassword::db-password`, {
  inputDiff: { adds: { length: 32 } },
});
const goals = [component, provider, parameterized, project, database, password];
const empty = { version: 3, deployment: {} };

function adoption(one: PlannedGoal, id: string, value?: string): Adoption {
  const wanted = wantedOf(goals, empty).find(({ urn }) => urn === one.urn);
  if (!wanted) throw new Error(one.urn);
  return { wanted, id, live: { id, properties: {} }, ...(value !== undefined && { value }) };
}

describe("the file of pulumi import", () => {
  it("brings components along, and names the very provider that the program will use", () => {
    const all = [adoption(project, "prj_1"), adoption(database, "ref")];
    expect(adoptionFile(all, goals, new Set())).toEqual({
      nameTable: {},
      resources: [
        { type: component.type, name: "item-0", logicalName: "web", component: true },
        {
          ...{ type: project.type, name: "item-1", logicalName: "web", id: "prj_1" },
          ...{ parent: "item-0", version: "5.4.1", pluginDownloadUrl: "github://api" },
        },
        {
          ...{ type: database.type, name: "item-2", logicalName: "db", id: "ref" },
          version: "1.10.1",
          parameterization: {
            ...{ pluginName: "terraform-provider", pluginVersion: "1.4.0", value: "e30=" },
          },
        },
      ],
    });
  });

  it("names what the state has already instead of bringing it", () => {
    const inState = new Set([component.urn, provider.urn]);
    expect(adoptionFile([adoption(project, "prj_1")], goals, inState)).toEqual({
      nameTable: { "item-0": component.urn, "item-2": provider.urn },
      resources: [
        {
          ...{ type: project.type, name: "item-1", logicalName: "web", id: "prj_1" },
          ...{ parent: "item-0", provider: "item-2" },
        },
      ],
    });
  });

  it("gives a value in use as an output, and keeps none of it where others may read", () => {
    const inState = new Set([component.urn]);
    const file = adoptionFile([adoption(password, "none", "in-use")], goals, inState);
    const secret = { [signatureKey]: signatures.secret, plaintext: JSON.stringify("in-use") };
    expect(file.resources).toMatchObject([
      { id: "none", inputs: { length: 32 }, outputs: { length: 32, result: secret } },
    ]);
    expect(JSON.stringify(withoutValues(file))).not.toContain("in-use");
  });
});

describe("what the program wants", () => {
  it("has neither secrets nor what is not known yet, and says what that is computed from", () => {
    const [wanted] = wantedOf([project], empty);
    expect(wanted).toMatchObject({
      provider: provider.urn,
      inputs: { name: "shop", id: UNKNOWN, password: UNKNOWN },
      from: { id: [component.urn], password: [] },
    });
    expect(wanted).not.toHaveProperty("known");
  });

  it("is known where the state has it", () => {
    const { urn, type } = project;
    const resources = [
      { urn, type, custom: true, id: "prj_1", inputs: { name: "shop" }, outputs: { teamId: "t" } },
    ];
    expect(wantedOf([project], { version: 3, deployment: { resources } })).toMatchObject([
      { known: { id: "prj_1", properties: { name: "shop", teamId: "t" } } },
    ]);
  });
});

describe("the state after what was taken on trust", () => {
  const { urn, type } = project;
  const stored = { urn, type, custom: true, id: "prj_1", inputs: { name: "live" }, outputs: {} };
  const args = { urn: component.urn, type: component.type, custom: false, inputs: {} };
  const state = { version: 3, deployment: { resources: [args, stored], manifest: {} } };

  it("holds the declared value of what nobody reads, and nothing else of what is declared", () => {
    const trusted = [{ urn, input: "password", why: "" }];
    const { deployment } = withTrusted(state, goals, trusted);
    expect(deployment.resources?.[1]).toEqual({
      ...stored,
      protect: true,
      inputs: { name: "live", password: ciphertext },
      outputs: { password: ciphertext },
    });
    expect(deployment["manifest"]).toEqual({});
  });

  it("holds a component's args, unless one of them is not known yet", () => {
    const argsAfter = (of: PlannedGoal) => withTrusted(state, [of], []).deployment.resources?.[0];
    expect(argsAfter(component)).toMatchObject({ inputs: { name: "shop" } });
    const unknown = { adds: { name: "shop", url: unknownSentinel } };
    expect(argsAfter({ ...component, inputDiff: unknown })).toEqual(args);
  });
});

describe("what the engine says does not exist", () => {
  it("is told by the section of the diagnostics, not by the stack's own", () => {
    const said = [
      "Diagnostics:",
      "  aws:sns:Topic (asked-1):",
      "    error: Preview failed: resource 'arn:nope' does not exist",
      "  aws:sns:Topic (asked-2):",
      "    warning: something else",
      "  pulumi:pulumi:Stack (shop-prod):",
      "    error: preview failed: step application failed: resource 'arn:nope' does not exist",
    ].join("\n");
    expect([...missingIn(said)]).toEqual(["asked-1"]);
  });
});
