import { describe, expect, it } from "vitest";
import { statefulTypes } from "../../../catalogue/stateful";
import { UNKNOWN } from "../../../core/value";
import { statefulKept as rule } from "../../../gate/rules/stateful-kept";
import { brief, judge, step, urnOf } from "../support/changes";

const project = "supabase:index/project:Project";
const moved = step({
  type: project,
  name: "db",
  before: { region: "ca-central-1" },
  after: { region: "us-east-1" },
});

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(Object.keys(statefulTypes))("refuses to delete and to replace %s", (type) => {
    const holds = statefulTypes[type]?.holds;
    expect(brief(judge(rule, [step({ type, before: {} })]))).toEqual([
      `fail it: would be deleted: ${holds} would be gone`,
    ]);
    expect(brief(judge(rule, [step({ type, op: "replace", before: {}, after: {} })]))).toEqual([
      `fail it: would be replaced by an empty one: ${holds} would be gone`,
    ]);
  });

  it("says the two regions between which a database cannot move", () => {
    expect(judge(rule, [moved])).toEqual([
      {
        rule: "stateful-kept",
        state: "fail",
        urn: urnOf(project, "db"),
        level: "mandatory",
        severity: "critical",
        property: "region",
        input: "region",
        found: "us-east-1",
        wanted: "ca-central-1",
        message:
          "region ca-central-1 → us-east-1: fixed for its life, so it takes another resource, and the database, its users' accounts and their files would be gone",
      },
    ]);
  });

  it("says it once where the provider would replace instead of refusing", () => {
    expect(brief(judge(rule, [{ ...moved, op: "replace" }]))).toHaveLength(1);
  });

  it("cannot tell a region that is not known yet, and does not ask for one that never was", () => {
    const to = (region: unknown) =>
      judge(rule, [
        step({ type: project, before: { region: "ca-central-1" }, after: { region } as never }),
      ]);
    expect(brief(to(UNKNOWN))).toEqual([
      "unknown it: region ca-central-1 → a value that is not known before the update, and the database, its users' accounts and their files would be gone with another one; give it a plain value, not the output of another resource",
    ]);
    const fresh = [step({ type: project, before: {}, after: { region: "us-east-1" } })];
    expect(judge(rule, fresh)[0]?.state).toBe("pass");
    const known = [
      step({ type: project, before: { region: UNKNOWN }, after: { region: "us-east-1" } }),
    ];
    expect(judge(rule, known)[0]?.state).toBe("pass");
  });

  it("says that a fixed setting would be left out", () => {
    expect(
      brief(judge(rule, [step({ type: project, before: { region: "a" }, after: {} })]))[0],
    ).toContain("region a → nothing: ");
  });

  it("holds for updates in place, and has nothing to say of what is made or holds nothing", () => {
    const update = step({
      type: project,
      before: { region: "a", name: "b" },
      after: { region: "a", name: "c" },
    });
    expect(brief(judge(rule, [update]))).toEqual([
      "pass groundwork-prod: 1 compared with what is deployed, none weaker",
    ]);
    const others = [
      step({ type: project, after: { region: "a" } }),
      step({ type: "aws:sns/topic:Topic", before: {} }),
    ];
    expect(brief(judge(rule, others))).toEqual([
      "not-applicable groundwork-prod: nothing that is there already and that this rule judges",
    ]);
  });

  it("is only told in dev, and covered by a waiver of the stack file elsewhere", () => {
    expect(judge(rule, [moved], { tier: "dev" })[0]?.level).toBe("advisory");
    expect(judge(rule, [moved], { tier: "staging" })[0]?.level).toBe("mandatory");
    const waivers = [
      { rule: rule.id, target: "db", reason: "moves", owner: "finance", expires: "2026-06-15" },
    ];
    expect(judge(rule, [moved], { waivers })[0]?.waiver).toEqual({
      index: 0,
      reason: "moves",
      owner: "finance",
      expires: "2026-06-15",
    });
    const over = waivers.map((waiver) => ({ ...waiver, expires: "2026-06-14" }));
    expect(judge(rule, [moved], { waivers: over })[0]?.waiver).toBeUndefined();
  });
});
