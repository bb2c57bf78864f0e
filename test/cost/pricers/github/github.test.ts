import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "../aws/bill";

/*
 * Prices: https://github.com/pricing, https://docs.github.com/en/billing/reference/actions-runner-pricing and
 * https://github.com/resources/insights/evolving-github-advanced-security
 */

const organization = (inputs: PropertyMap) =>
  declared("groundwork:repository:Repository", "repository", inputs);
const repository = (inputs: PropertyMap = { visibility: "private" }) =>
  declared("github:index/repository:Repository", "code", inputs);
const usage = {
  "seats.github": 5,
  "github.committers": 4,
  "github.minutes": 0,
  "github.artifactGb": 0,
};

describe("the price of GitHub's plan", () => {
  it.each([
    // Nothing is asked for a seat.
    ["free", "0"],
    // 5 × $4.
    ["team", "20"],
    // 5 × $21.
    ["enterprise", "105"],
  ])("is that of its seats: %s", (plan, expected) => {
    expect(total(billed([organization({ plan })], { usage }))).toBe(expected);
  });

  it("adds what everyone who commits costs with the security add-ons", () => {
    const addOns = ["secretProtection", "codeSecurity"];
    // 5 × $4 + 4 × $19 + 4 × $30.
    expect(total(billed([organization({ plan: "team", addOns })], { usage }))).toBe("216");
    const open = organization({ plan: "team", addOns, visibility: "public" });
    // A public repository has them for nothing.
    expect(total(billed([open], { usage }))).toBe("20");
  });

  it("is counted by one stack; the others say where", () => {
    const bill = billed([organization({ plan: "team" })], { usage, share: 0 });
    expect([total(bill), ...bill.elsewhere]).toEqual(["0", "seats and security add-ons of GitHub"]);
  });

  it("is counted once for several repositories", () => {
    const both = [
      organization({ plan: "team" }),
      declared("groundwork:repository:Repository", "b", { plan: "team" }),
    ];
    expect(total(billed(both, { usage }))).toBe("20");
  });
});

describe("the price of a repository's Actions", () => {
  const run = (plan: string, more: Record<string, number>) =>
    total(
      billed([organization({ plan }), repository()], {
        usage: { ...usage, "seats.github": 0, ...more },
      }),
    );

  it.each([
    ["free", 2_000, "0"],
    // 100 × $0.006.
    ["free", 2_100, "0.6"],
    ["team", 3_000, "0"],
    ["team", 3_100, "0.6"],
    ["enterprise", 50_000, "0"],
    ["enterprise", 50_100, "0.6"],
  ])("is that of minutes beyond those of the plan: %s, %i", (plan, minutes, expected) => {
    expect(run(plan, { "github.minutes": minutes })).toBe(expected);
  });

  it.each([
    ["free", 0.5, "0"],
    // 0.01 × $0.25.
    ["free", 0.51, "0.0025"],
    ["team", 2.01, "0.0025"],
    ["enterprise", 50.01, "0.0025"],
  ])("and of artifacts beyond those of the plan: %s, %d GB", (plan, kept, expected) => {
    expect(run(plan, { "github.artifactGb": kept })).toBe(expected);
  });

  it("is nothing where it is public, which it is unless it says otherwise", () => {
    for (const inputs of [{ visibility: "public" }, {}]) {
      expect(free(billed([repository(inputs)]))).toEqual(["Actions of a public repository"]);
    }
    expect(lines(billed([repository({ private: true })], { usage }))).toHaveLength(2);
  });

  it("takes the free amounts of the smallest plan where none is declared, and cannot tell the seats", () => {
    const bill = billed([repository()], { usage: { ...usage, "github.minutes": 2_100 } });
    // 100 × $0.006.
    expect(total(bill)).toBe("0.6");
    expect(unpriced(bill)).toEqual(["seats: the organization's plan is not declared"]);
  });

  it("is not told where its visibility is not known; settings and teams are free", () => {
    expect(unpriced(billed([repository({ visibility: UNKNOWN })]))).toEqual([
      "visibility is not known before the update",
    ]);
    const team = declared("github:index/team:Team", "team");
    const secret = declared("github:index/actionsSecret:ActionsSecret", "secret");
    expect(free(billed([team, secret]))).toEqual([
      "a setting of a repository, in every plan that allows it",
      "people are paid as seats",
    ]);
  });
});
