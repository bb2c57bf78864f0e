import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuses } from "../../../policies/verdict";
import { type Change, type EditedStack, editedStack, failing } from "../edits/support";
import { today } from "../support/stack";

let stack: EditedStack;
beforeAll(() => void (stack = editedStack()));
afterAll(() => stack.remove());

const refusing = async (...changes: Change[]) =>
  failing((await stack.judge(...changes)).filter(refuses));

const withoutHsts: Change = { at: ["hosting", "headers", "strictTransportSecurity"], to: false };
const ofHsts = ["header-grade", "hsts-present"];

const dayFromToday = (days: number) =>
  new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A waiver of each rule that misses HSTS, through that day. */
const waivedThrough = (expires: string, more: object = {}): Change => ({
  at: ["policy", "waivers"],
  to: ofHsts.map((rule) => ({
    rule,
    target: "web-headers",
    reason: "the old app answers by plain HTTP until it moves",
    owner: "platform-team",
    expires,
    ...more,
  })),
});

describe("a waiver in the stack file of prod", () => {
  it("holds today", async () => {
    expect(await refusing(withoutHsts, waivedThrough(dayFromToday(0)))).toEqual([]);
  });

  it("no longer holds with yesterday's date", async () => {
    expect(await refusing(withoutHsts, waivedThrough(dayFromToday(-1)))).toEqual([
      ...ofHsts,
      "waiver-not-expired",
    ]);
  });

  it("does not hold for whatever there is", async () => {
    expect(await refusing(withoutHsts, waivedThrough(dayFromToday(30), { target: "*" }))).toEqual([
      ...ofHsts,
      "waiver-target-narrow",
    ]);
  });

  it("does not hold for an owner whom nobody knows", async () => {
    expect(await refusing(withoutHsts, waivedThrough(dayFromToday(30), { owner: "me" }))).toEqual([
      ...ofHsts,
      "waiver-owner-known",
    ]);
  });
});

describe("a stack file of prod that would be judged more gently", () => {
  it("says tier dev: prod's rules hold all the same", async () => {
    const refused = await refusing({ at: ["stack", "tier"], to: "dev" }, withoutHsts);
    expect(refused).toEqual(expect.arrayContaining([...ofHsts, "tier-honest"]));
  });

  it("allows what is unknown: it still refuses", async () => {
    const allowed: Change = { at: ["policy", "onUnknown"], to: "allow" };
    const results = await stack.judge(allowed);
    expect(failing(results)).toEqual(["floors-not-loosened"]);
    expect(failing(results.filter(refuses))).toEqual(["floors-not-loosened"]);
    const asBefore = await stack.judge();
    expect(results.filter(({ allowed }) => allowed)).toEqual(
      asBefore.filter(({ allowed }) => allowed),
    );
  });

  it.each([
    ["hsts-max-age", { minSeconds: 60 }],
    ["function-regions-allowed", { allowed: ["yul1", "iad1", "sfo1", "hkg1"] }],
    ["required-secrets-complete", { required: [] }],
    ["header-grade", { minScore: 0 }],
  ])("lowers the floor of %s: it is refused", async (rule, options) => {
    const lowered: Change = { at: ["policy", "rules"], to: { [rule]: options } };
    expect(await refusing(lowered)).toEqual(["floors-not-loosened"]);
  });

  it("lowers the floor and goes below it: the floor of the tier is what counts", async () => {
    const lowered: Change = { at: ["policy", "rules"], to: { "hsts-max-age": { minSeconds: 60 } } };
    const short: Change = {
      at: ["hosting", "headers", "strictTransportSecurity", "maxAge"],
      to: 300,
    };
    expect(await refusing(lowered, short)).toEqual(["floors-not-loosened", "hsts-max-age"]);
  });

  it("gives what all stacks share to one with lower floors", async () => {
    const moved: Change = { at: ["shared", "owner"], to: "staging" };
    const zone: Change = { at: ["dns", "zone", "id"], to: "Z0123456789ABCDEFGHIJ" };
    expect(await refusing(moved, zone)).toEqual(["shared-declared-by-owner"]);
  });
});

describe("prod on an empty state", () => {
  it("has nothing open that refuses, and allows nothing in silence that the tier does not", async () => {
    const open = (await stack.judge()).filter(({ state }) => state === "unknown");
    expect(open.filter(refuses)).toEqual([]);
    expect(open.filter(({ allowed }) => !allowed)).toEqual([]);
  });
});
