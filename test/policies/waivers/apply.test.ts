import { describe, expect, it } from "vitest";
import type { RuleResult } from "../../../core/finding";
import { applyWaivers } from "../../../policies/waivers/apply";
import type { WaiverTerms } from "../../../policies/waivers/read";

const urnOf = (name: string) => `urn:pulumi:prod::groundwork::a:b/c:C::${name}`;
const finding = (name: string, rest: Partial<RuleResult> = {}): RuleResult => ({
  rule: "held",
  state: "fail",
  urn: urnOf(name),
  level: "mandatory",
  severity: "high",
  message: "found a, wanted b",
  ...rest,
});
const waiver = {
  rule: "held",
  target: "one",
  reason: "it moves",
  owner: "web-team",
  expires: "2026-06-30",
};
const terms: WaiverTerms = {
  known: new Set(["held", "other", "there"]),
  unwaivable: new Map([["never", "because"]]),
  tier: "prod",
  owners: ["web-team", "finance"],
  today: "2026-06-15",
};

function applied(
  entries: readonly unknown[],
  results: RuleResult[],
  rest: Partial<WaiverTerms> = {},
) {
  const componentsOf = (urn: string) =>
    urn === urnOf("one") || urn === urnOf("two") ? ["web"] : [];
  const elsewhere = new Set(["there"]);
  return applyWaivers(results, { ...terms, ...rest, waivers: entries, elsewhere, componentsOf });
}

/** Names of what is waived, with the place of the waiver, and what became of each waiver. */
function told(entries: readonly unknown[], results: RuleResult[], rest: Partial<WaiverTerms> = {}) {
  const { results: marked, outcomes } = applied(entries, results, rest);
  return {
    waived: marked.flatMap(({ urn, waiver: by }) =>
      by ? [`${urn.split("::")[3]} by ${by.index}`] : [],
    ),
    fates: outcomes.map(({ fate }) => fate),
  };
}

describe("applyWaivers", () => {
  it("marks what a waiver covers, and leaves the rest as it is", () => {
    const results = [finding("one"), finding("two"), finding("one", { rule: "other" })];
    const { ticket, ...rest } = { ...waiver, ticket: "OPS-1" };
    expect(applied([{ ...rest, ticket, property: null, max: null }], results)).toEqual({
      results: [
        {
          ...results[0],
          waiver: {
            index: 0,
            reason: "it moves",
            owner: "web-team",
            expires: "2026-06-30",
            ticket,
          },
        },
        results[1],
        results[2],
      ],
      outcomes: [
        { index: 0, fate: "holds", waiver: { ...rest, ticket }, daysLeft: 15, hits: ["one"] },
      ],
    });
  });

  it("covers an unknown, and neither a pass, an error nor what is not applicable", () => {
    for (const state of ["unknown", "pass", "error", "not-applicable"] as const) {
      const { waived } = told([waiver], [finding("one", { state })]);
      expect(waived).toEqual(state === "unknown" ? ["one by 0"] : []);
    }
  });

  it("covers one property where it names one", () => {
    const results = [
      finding("one", { property: "a" }),
      finding("one", { property: "b" }),
      finding("one"),
    ];
    expect(
      applied([{ ...waiver, property: "b" }], results).results.map((it) => it.waiver?.index),
    ).toEqual([undefined, 0, undefined]);
    expect(told([{ ...waiver, property: "c" }], results).fates).toEqual(["covers-nothing"]);
  });

  it("covers nothing when it is about more than it may cover", () => {
    const results = [finding("one", { property: "a" }), finding("one", { property: "b" })];
    expect(told([waiver], results)).toEqual({ waived: [], fates: ["covers-too-many"] });
    expect(told([{ ...waiver, max: 2 }], results)).toEqual({
      waived: ["one by 0", "one by 0"],
      fates: ["holds"],
    });
    expect(applied([waiver], results).outcomes[0]?.hits).toEqual(["one (a)", "one (b)"]);
  });

  it("takes a pattern, and a component with all below it", () => {
    const results = [finding("one"), finding("two"), finding("stone")];
    const covered = (target: string) => told([{ ...waiver, target, max: 9 }], results).waived;
    expect(covered("*one")).toEqual(["one by 0", "stone by 0"]);
    expect(covered("component:web")).toEqual(["one by 0", "two by 0"]);
    expect(covered("component:other")).toEqual([]);
  });

  it("names the first of two waivers, and counts both as used", () => {
    expect(told([waiver, { ...waiver, target: urnOf("one") }], [finding("one")])).toEqual({
      waived: ["one by 0"],
      fates: ["holds", "holds"],
    });
  });

  it("does not say what a waiver covers whose rule is judged elsewhere", () => {
    const entry = { ...waiver, rule: "there" };
    expect(told([entry], [finding("one", { rule: "there" })])).toEqual({
      waived: [],
      fates: ["holds"],
    });
    expect(told([{ ...entry, owner: "nobody" }], []).fates).toEqual(["unknown-owner"]);
  });

  it.each<[string, object, string, Partial<WaiverTerms>?]>([
    ["is no waiver", { rule: 3 }, "malformed"],
    ["names no component", { ...waiver, target: "component:" }, "malformed"],
    ["may cover no finding", { ...waiver, max: 0 }, "malformed"],
    ["may cover half a finding", { ...waiver, max: 1.5 }, "malformed"],
    ["names a property of blanks", { ...waiver, property: " " }, "malformed"],
    ["is for a rule that there is not", { ...waiver, rule: "hold" }, "unknown-rule"],
    ["is for a rule that nothing waives", { ...waiver, rule: "never" }, "unwaivable"],
    ["means everything", { ...waiver, target: "*" }, "too-wide"],
    ["is owned by nobody known", { ...waiver, owner: "Web-team" }, "unknown-owner"],
    ["is over since yesterday", { ...waiver, expires: "2026-06-14" }, "expired"],
    ["ends today", { ...waiver, expires: "2026-06-15" }, "holds"],
    ["has nothing to cover", { ...waiver, target: "nobody" }, "covers-nothing"],
  ])("says of a waiver that %s what became of it", (_name, entry, fate) => {
    expect(told([entry], [finding("one")])).toEqual({
      waived: fate === "holds" ? ["one by 0"] : [],
      fates: [fate],
    });
  });

  it("lets everything be meant where the rule only tells", () => {
    const entry = { ...waiver, rule: "public-host-checked", target: "*" };
    const results = [finding("one", { rule: "public-host-checked", level: "advisory" })];
    const known = new Set(["public-host-checked"]);
    expect(told([entry], results, { known, tier: "dev" }).fates).toEqual(["holds"]);
    expect(told([entry], results, { known }).fates).toEqual(["too-wide"]);
  });

  it("counts days over the end of summer time and of a leap month", () => {
    const left = (today: string, expires: string) =>
      applied([{ ...waiver, expires }], [], { today }).outcomes[0]?.daysLeft;
    expect(left("2026-10-24", "2026-10-26")).toBe(2);
    expect(left("2028-02-28", "2028-03-01")).toBe(2);
    expect(left("2026-06-15", "2026-06-15")).toBe(0);
    expect(left("2026-06-15", "2026-06-14")).toBe(-1);
  });
});
