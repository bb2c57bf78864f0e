import { describe, expect, it } from "vitest";
import { differencesOf } from "../../../operations/drift/differences";

describe("differences of a resource", () => {
  it("are told by path, as deep as both sides are maps, lists as a whole", () => {
    const state = { name: "shop", auth: { mfa: true, hosts: ["a"] }, gone: 1 };
    const provider = { name: "shop", auth: { mfa: false, hosts: ["a", "b"] }, more: { "x.y": 2 } };
    expect(differencesOf(state, provider)).toEqual([
      { property: "auth.hosts", state: ["a"], provider: ["a", "b"] },
      { property: "auth.mfa", state: true, provider: false },
      { property: "gone", state: 1, provider: undefined },
      { property: "more", state: undefined, provider: { "x.y": 2 } },
    ]);
  });

  it("are not what is absent on one side and empty on the other, nor what a provider notes for itself", () => {
    const provider = { list: [], map: {}, text: "", nothing: null, __defaults: ["name"] };
    expect(differencesOf({}, provider)).toEqual([]);
  });

  it("go into sections that are written as JSON text", () => {
    const state = { auth: '{"jwt_exp":3600,"site_url":"https://a.example"}' };
    const provider = { auth: '{"site_url":"https://a.example","jwt_exp":60}' };
    expect(differencesOf(state, provider)).toEqual([
      { property: "auth.jwt_exp", state: 3600, provider: 60 },
    ]);
  });

  it.each([
    ["a secret in the state", { token: "[secret]" }, { token: "clear" }],
    ["a secret within a list", { list: [{ a: "[secret]" }] }, { list: [{ a: "clear" }] }],
    ["what is called a secret", { smtp_pass: "one" }, { smtp_pass: "clear" }],
    ["the value of a variable", { variables: { value: "one" } }, { variables: { value: "clear" } }],
  ])("never show %s", (_what, state, provider) => {
    const told = differencesOf(state, provider);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain("clear");
  });

  it("are told of a secret that only the provider can compare", () => {
    expect(differencesOf({ key: "[secret]" }, { key: "[secret]" }, ["key"])).toEqual([
      { property: "key", state: "[secret]", provider: "[secret]" },
    ]);
    expect(differencesOf({ a: { b: 1 } }, { a: { b: 2 } }, ["a", "a.b"])).toHaveLength(1);
  });
});
