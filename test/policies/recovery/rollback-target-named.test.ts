import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { rollbackTargetNamed as rule } from "../../../policies/rules/recovery/rollback-target-named";
import { hostedSite } from "../support/hosted";
import { everyPart, image, recovery, services } from "../support/recovery";
import { brief, judge, places, profile, vercelProject } from "../support/stack";

const named = { deployment: "dpl_8Jx2", images: { hub: image("b") }, migration: "20261101_add" };
const ask = (changes: PropertyMap) =>
  judge(rule, [...everyPart, recovery({ rollback: { ...named, ...changes } })]);
const failing = (changes: PropertyMap) =>
  brief(ask(changes)).filter((line) => !line.startsWith("pass"));

// Requirement: DR-10, DR-11
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a stack that names one of each", () => {
    expect(places(ask({}))).toEqual([
      "pass recovery rollback.deployment",
      "pass recovery rollback.images.hub",
      "pass recovery rollback.migration",
    ]);
  });

  it.each<[string, PropertyMap]>([
    ["deployment", { deployment: undefined }],
    ["images.hub", { images: {} }],
    ["migration", { migration: undefined }],
  ])("reports a stack that names no %s", (target, changes) => {
    expect(failing(changes)).toEqual([
      `fail recovery: rollback.${target}: found nothing, wanted the one of the last good release`,
    ]);
  });

  it("reports an image that is the deployed one", () => {
    expect(failing({ images: { hub: image("a") } })).toEqual([
      "fail recovery: rollback.images.hub: found the one that is deployed, wanted the one of the last good release",
    ]);
  });

  it("asks only for what the stack releases", () => {
    expect(places(judge(rule, [vercelProject]))).toEqual([
      "fail groundwork-prod rollback.deployment",
    ]);
    expect(places(judge(rule, [services({ mail: {} })]))).toEqual([
      "fail groundwork-prod rollback.images.mail",
    ]);
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });

  it("asks nothing below prod", () => {
    const staging = judge(rule, [profile({ tier: "staging" }), ...everyPart], { stack: "staging" });
    expect(brief(staging)).toEqual([
      "not-applicable groundwork-prod: the tier asks for no way back of what is here",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(failing({ deployment: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown recovery: rollback\.deployment: not known/),
    ]);
  });

  it("asks for a deployment of a site on another host", () => {
    expect(places(judge(rule, [hostedSite()]))).toEqual([
      "fail groundwork-prod rollback.deployment",
    ]);
  });
});
