import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { type ChangedStep, weigh } from "../../../operations/adopt/differences";
import { masked } from "../../../operations/drift/differences";

const variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const route = "vercel:index/projectRoute:ProjectRoute";
const functionSecrets = "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets";

function step(live: PropertyMap, declared: PropertyMap, more: Partial<ChangedStep> = {}) {
  const type = more.type ?? variable;
  const urn = `urn:pulumi:prod::shop::${type}::it`;
  const told = { urn, type, custom: true, op: "update", live, declared, noticed: [], awaited: [] };
  return { ...told, ...more };
}

const told = (...steps: ChangedStep[]) => {
  const { trusted, findings } = weigh(steps);
  return {
    trusted: trusted.map(({ input }) => input),
    findings: findings.map(({ property, live, declared }) => [property, live, declared]),
  };
};

describe("what is taken on trust", () => {
  it("is a secret of which nothing was read", () => {
    expect(told(step({ key: "A" }, { key: "A", value: masked }))).toEqual({
      trusted: ["value"],
      findings: [],
    });
  });

  it("is a secret inside a list whose other parts are as declared", () => {
    const live = { secrets: [{ name: "A" }, { name: "B" }] };
    const declared = { secrets: ["A", "B"].map((name) => ({ name, value: masked })) };
    expect(told(step(live, declared, { type: functionSecrets }))).toMatchObject({
      trusted: ["secrets"],
    });
  });

  it("is an input that the provider never reads back", () => {
    const declared = { position: { placement: "start" } };
    expect(told(step({}, declared, { type: route, op: "replace" }))).toEqual({
      trusted: ["position"],
      findings: [],
    });
  });
});

describe("what is a finding", () => {
  it("is a property that differs, with both values", () => {
    expect(told(step({ comment: "by hand" }, { comment: "Managed" }))).toEqual({
      trusted: [],
      findings: [["comment", "by hand", "Managed"]],
    });
  });

  it("is a secret that was read and is another one, without either value", () => {
    expect(told(step({ value: "plain" }, { value: masked }))).toEqual({
      trusted: [],
      findings: [["value", masked, masked]],
    });
  });

  it("is a list of secrets of which one more is declared", () => {
    const declared = { secrets: [{ name: "A", value: masked }] };
    const { trusted, findings } = told(step({ secrets: [] }, declared, { type: functionSecrets }));
    expect(trusted).toEqual([]);
    expect(findings).toHaveLength(1);
  });

  it("is a secret that is computed from what is yet to be made", () => {
    const one = step({}, { value: masked }, { awaited: ["value"] });
    expect(told(one)).toEqual({ trusted: [], findings: [["value", undefined, masked]] });
  });

  it("says whether the thing would be made again", () => {
    const { findings } = weigh([step({ key: "A" }, { key: "B" }, { op: "replace" })]);
    expect(findings).toMatchObject([{ name: "it", property: "key", replaces: true }]);
  });

  it("is none where the provider calls something else different", () => {
    const live = { comment: "x", teamId: "team_1" };
    expect(told(step(live, { comment: "y" }, { noticed: ["comment"] })).findings).toEqual([
      ["comment", "x", "y"],
    ]);
  });

  it("is none in a component's args, nor in what is to be made", () => {
    expect(told(step({ a: 1 }, { a: 2 }, { custom: false }))).toEqual({
      trusted: [],
      findings: [],
    });
    expect(told(step({}, { a: 2 }, { op: "create" }))).toEqual({ trusted: [], findings: [] });
  });
});
