import { describe, expect, it } from "vitest";
import { importFile, planRecovery } from "../../state/pending";
import { creating, deployment, project, providerUrn, route, stackUrn, webUrn } from "./support";

const nothing = { adopt: [], replace: [], recorded: [], clear: [], refuse: [] };
const found = (ids: Record<string, string[]>) => new Map(Object.entries(ids));
const pending = [creating(project())];
const { urn } = project();

describe("a pending create", () => {
  it("is cleared when nothing was made", () => {
    const plan = planRecovery(deployment([], pending), found({ [urn]: [] }));
    expect(plan).toEqual({ ...nothing, clear: [project()] });
  });

  it("is adopted when it was made", () => {
    const plan = planRecovery(deployment([], pending), found({ [urn]: ["prj_1"] }));
    expect(plan).toEqual({ ...nothing, adopt: [{ pending: project(), id: "prj_1" }] });
  });

  it("is settled when a recovery that was stopped has recorded it already", () => {
    const state = deployment([project({ id: "prj_1" })], pending);
    const plan = planRecovery(state, found({ [urn]: ["prj_1"] }));
    expect(plan).toEqual({ ...nothing, recorded: [{ pending: project(), id: "prj_1" }] });
  });

  it("is cleared when it should have replaced what is still there alone", () => {
    const state = deployment([project({ id: "old", pendingReplacement: true })], pending);
    expect(planRecovery(state, found({ [urn]: [] })).clear).toEqual([project()]);
  });

  it("takes the place of what it replaces when both exist", () => {
    const state = deployment([project({ id: "old" })], pending);
    const plan = planRecovery(state, found({ [urn]: ["old", "new"] }));
    expect(plan).toEqual({ ...nothing, replace: [{ pending: project(), id: "new" }] });
  });

  it("takes the place of what was deleted first, protected or not", () => {
    const old = project({ id: "old", pendingReplacement: true, protect: true });
    const plan = planRecovery(deployment([old], pending), found({ [urn]: ["new"] }));
    expect(plan).toEqual({ ...nothing, replace: [{ pending: project(), id: "new" }] });
  });

  it("is left to a person when adopting it would delete what is protected", () => {
    const state = deployment([project({ id: "old", protect: true })], pending);
    const plan = planRecovery(state, found({ [urn]: ["old", "new"] }));
    expect(plan.refuse.map(({ why }) => why)).toEqual([
      "new would replace old, which is protected",
    ]);
    expect({ ...plan, refuse: [] }).toEqual(nothing);
  });

  it("is left to a person when several exist", () => {
    const plan = planRecovery(deployment([], pending), found({ [urn]: ["a", "b"] }));
    expect(plan.refuse.map(({ why }) => why)).toEqual([
      "several exist that the state does not know: a, b",
    ]);
    expect({ ...plan, refuse: [] }).toEqual(nothing);
  });

  it("does not mistake for its own what waits for its deletion", () => {
    const state = deployment([project({ id: "old", delete: true })], pending);
    expect(planRecovery(state, found({ [urn]: ["old"] })).clear).toEqual([project()]);
    expect(planRecovery(state, found({ [urn]: ["old", "new"] })).adopt).toEqual([
      { pending: project(), id: "new" },
    ]);
  });
});

describe("the import file", () => {
  const adoptions = [
    { pending: project(), id: "prj_1" },
    { pending: route(), id: "route_1" },
  ];

  it("gives each resource its parent and provider by name, so that its URN is the pending one", () => {
    expect(importFile(adoptions)).toEqual({
      nameTable: { "known-0": webUrn, "known-1": providerUrn },
      resources: [
        {
          type: "vercel:index/project:Project",
          name: "pending-0",
          logicalName: "web",
          id: "prj_1",
          parent: "known-0",
          provider: "known-1",
          inputs: { name: "shop" },
        },
        {
          type: "vercel:index/projectRoute:ProjectRoute",
          name: "pending-1",
          logicalName: "headers",
          id: "route_1",
          provider: "known-1",
          inputs: { projectId: "prj_1" },
        },
      ],
    });
  });

  it("names no parent for what belongs to the stack itself", () => {
    const [spec] = importFile([{ pending: route({ parent: stackUrn }), id: "r" }]).resources;
    expect(spec).not.toHaveProperty("parent");
  });

  it("leaves out what the pending resource does not have", () => {
    const bare = route();
    delete bare.provider;
    delete bare.inputs;
    delete bare.parent;
    expect(importFile([{ pending: bare, id: "r" }])).toEqual({
      nameTable: {},
      resources: [{ type: bare.type, name: "pending-0", logicalName: "headers", id: "r" }],
    });
  });
});
