import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { objectivesDeclared as rule } from "../../../policies/rules/recovery/objectives-declared";
import { asking, everyPart, recovery, services } from "../support/recovery";
import { brief, judge, places, profile, supabaseProject } from "../support/stack";

const objectives = {
  configuration: { rpoMinutes: 1440 },
  database: { rtoMinutes: 15, rpoMinutes: 60 },
  files: { rpoMinutes: 15 },
  previews: { rtoMinutes: 2 },
  hub: { rtoMinutes: 10 },
  web: { rtoMinutes: 5 },
};
const ask = (changes: PropertyMap) =>
  judge(rule, [...everyPart, recovery({ objectives: { ...objectives, ...changes } })]);
const failing = (changes: PropertyMap) =>
  brief(ask(changes)).filter((line) => !line.startsWith("pass"));

// Requirement: DR-02, DR-03, ENV-13, ENV-14
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a stack that promises something of every part", () => {
    expect(places(ask({}))).toEqual([
      "pass recovery objectives.configuration.rpoMinutes",
      "pass recovery objectives.database.rpoMinutes",
      "pass recovery objectives.database.rtoMinutes",
      "pass recovery objectives.files.rpoMinutes",
      "pass recovery objectives.hub.rtoMinutes",
      "pass recovery objectives.previews.rtoMinutes",
      "pass recovery objectives.web.rtoMinutes",
    ]);
  });

  it.each(Object.keys(objectives))("reports %s without a word", (part) => {
    const promised = objectives[part as keyof typeof objectives];
    expect(failing({ [part]: undefined })).toEqual(
      Object.keys(promised)
        .sort()
        .map(
          (promise) =>
            `fail recovery: objectives.${part}.${promise}: found nothing, wanted a number of minutes`,
        ),
    );
  });

  it("reports half a promise of the database", () => {
    expect(failing({ database: { rpoMinutes: 60 } })).toEqual([
      "fail recovery: objectives.database.rtoMinutes: found nothing, wanted a number of minutes",
    ]);
  });

  it("reports it on the stack where nothing says how the stack comes back", () => {
    expect(places(judge(rule, [supabaseProject]))).toEqual([
      "fail groundwork-prod objectives.configuration.rpoMinutes",
      "fail groundwork-prod objectives.database.rpoMinutes",
      "fail groundwork-prod objectives.database.rtoMinutes",
    ]);
  });

  it("asks for previews only where a service runs them", () => {
    const found = places(judge(rule, [services({ hub: {} }), recovery({ objectives })]));
    expect(found).toEqual([
      "pass recovery objectives.configuration.rpoMinutes",
      "pass recovery objectives.hub.rtoMinutes",
    ]);
  });

  it("asks nothing below prod, unless the stack does", () => {
    const dev = (rules: PropertyMap) =>
      judge(rule, [profile({ tier: "dev", rules }), supabaseProject], { stack: "dev" });
    expect(brief(dev({}))).toEqual([
      "not-applicable groundwork-prod: the tier asks for no objectives of what is here",
    ]);
    expect(places(dev({ [rule.id]: { parts: ["database"] } }))).toHaveLength(2);
  });

  it("cannot be told to ask for less", () => {
    const results = judge(rule, [asking(rule.id, { parts: ["web"] }), ...everyPart]);
    expect(results).toHaveLength(7);
  });

  it("cannot tell what is unknown", () => {
    expect(failing({ web: { rtoMinutes: UNKNOWN } })).toEqual([
      expect.stringMatching(/^unknown recovery: objectives\.web\.rtoMinutes: not known/),
    ]);
  });
});
