import { describe, expect, it } from "vitest";
import {
  currentResource,
  passphraseSalt,
  pendingCreates,
  replaceResource,
  withoutPendingCreates,
} from "../../state/checkpoint";
import { creating, deployment, project, route } from "./support";

describe("pending creates", () => {
  it("are the creating operations alone", () => {
    const updating = { resource: route(), type: "updating" } as const;
    expect(pendingCreates(deployment([], [creating(project()), updating]))).toEqual([project()]);
  });

  it("count once a URN, the latest", () => {
    const older = project({ inputs: { name: "old" } });
    const state = deployment([], [creating(older), creating(project())]);
    expect(pendingCreates(state)).toEqual([project()]);
  });

  it("are none in a state that never was or has no such list", () => {
    expect(pendingCreates({ version: 3, deployment: {} })).toEqual([]);
  });

  it("can be dropped by URN, and nothing else goes with them", () => {
    const updating = { resource: project(), type: "updating" } as const;
    const state = deployment(
      [project({ id: "a" })],
      [creating(project()), creating(route()), updating],
    );
    expect(withoutPendingCreates(state, [project().urn])).toEqual(
      deployment([project({ id: "a" })], [creating(route()), updating]),
    );
  });
});

describe("a replacement", () => {
  it("takes the place of the old one, which is left to be deleted", () => {
    const old = project({ id: "old" });
    const made = project({ id: "new", outputs: {} });
    expect(replaceResource(deployment([old, route({ id: "r" })]), made)).toEqual(
      deployment([made, { ...old, delete: true }, route({ id: "r" })]),
    );
  });

  it("takes the place of one that was deleted first, of which nothing is left", () => {
    const old = project({ id: "old", pendingReplacement: true });
    const made = project({ id: "new" });
    expect(replaceResource(deployment([old]), made)).toEqual(deployment([made]));
  });

  it("leaves alone what waits for its deletion already", () => {
    const oldest = project({ id: "oldest", delete: true });
    const made = project({ id: "new" });
    const state = deployment([project({ id: "old" }), oldest]);
    expect(replaceResource(state, made)).toEqual(
      deployment([made, project({ id: "old", delete: true }), oldest]),
    );
  });
});

describe("the salt of a state", () => {
  const withProvider = (secrets_providers: unknown) => ({
    version: 3,
    deployment: { secrets_providers },
  });

  it("is that of its passphrase provider", () => {
    const state = withProvider({ type: "passphrase", state: { salt: "v1:abc" } });
    expect(passphraseSalt(state)).toBe("v1:abc");
  });

  it.each([
    ["no provider", undefined],
    ["a key service", { type: "cloud", state: { url: "awskms://alias/x", salt: "v1:abc" } }],
    ["a provider without state", { type: "passphrase" }],
    ["a salt that is no text", { type: "passphrase", state: { salt: 1 } }],
  ])("is none with %s", (_what, provider) => {
    expect(passphraseSalt(withProvider(provider))).toBeUndefined();
  });
});

it("what waits for its deletion is not the current resource of its URN", () => {
  const deleted = project({ id: "old", delete: true });
  expect(currentResource(deployment([deleted]), deleted.urn)).toBeUndefined();
  const current = project({ id: "new" });
  expect(currentResource(deployment([deleted, current]), deleted.urn)).toEqual(current);
});
