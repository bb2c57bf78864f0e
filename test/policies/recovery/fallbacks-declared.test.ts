import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { fallbacksDeclared as rule } from "../../../policies/rules/recovery/fallbacks-declared";
import { everyPart } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const needs = { aws: { fallback: "a replica" } };
const all = { database: needs, hub: needs, previews: needs, web: needs };
const ask = (dependencies: Value, tier: "dev" | "prod" = "prod") =>
  brief(judge(rule, [profile({ tier, dependencies }), ...everyPart], { stack: tier }));
const failing = (changes: PropertyMap) =>
  ask({ ...all, ...changes }).filter((line) => !line.startsWith("pass"));

// Requirement: HOST-12
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts parts that all say what they need", () => {
    expect(ask(all)).toEqual(Array(4).fill(`pass profile: ${rule.title}`));
  });

  it.each(Object.keys(all))("reports %s that says nothing", (part) => {
    const report = `fail profile: dependencies.${part}: found nothing, wanted what it needs, with fallbacks`;
    expect(failing({ [part]: undefined })).toEqual([report]);
    expect(failing({ [part]: {} })).toEqual([report]);
    expect(failing({ [part]: "aws" })).toEqual([report]);
  });

  it("cannot tell what is unknown", () => {
    expect(failing({ web: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown profile: dependencies\.web: not known/),
    ]);
  });

  it("asks nothing of dev, nor of a stack without parts", () => {
    const nothing = "the tier asks for no fallbacks of what is here";
    expect(ask({}, "dev")).toEqual([`not-applicable groundwork-prod: ${nothing}`]);
    expect(brief(judge(rule, []))).toEqual([`not-applicable groundwork-prod: ${nothing}`]);
  });
});
