import { describe, expect, it } from "vitest";
import { readinessNames } from "../../../core/readiness";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { readinessRecorded as rule } from "../../../policies/rules/recovery/readiness-recorded";
import { compliantReadiness } from "../support/compliant-recovery";
import { brief, judge, profile } from "../support/stack";

const ask = (readiness: Value, changes: PropertyMap = {}) =>
  brief(judge(rule, [profile({ readiness, ...changes })]));
const failing = (changes: PropertyMap) =>
  ask({ ...compliantReadiness, ...changes }).filter((line) => !line.startsWith("pass"));
const record = { by: "platform-team", date: "2026-06-01", evidence: "docs/go-live/dns.md" };

// Requirement: REL-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts what known owners looked at, with a day and something that shows it", () => {
    expect(ask(compliantReadiness)).toEqual(
      readinessNames.map(() => `pass profile: ${rule.title}`),
    );
  });

  it.each(readinessNames)("reports %s that nobody looked at", (item) => {
    expect(failing({ [item]: undefined })).toEqual([
      `fail profile: readiness.${item}: found nothing, wanted by whom, when, and what shows it`,
    ]);
  });

  it("reports all of it where the profile says nothing, or is not there", () => {
    expect(brief(judge(rule, [profile({})]))).toHaveLength(readinessNames.length);
    expect(brief(judge(rule, []))).toHaveLength(readinessNames.length);
  });

  it("reports a name that nobody answers to, and takes every owner", () => {
    expect(failing({ dns: { ...record, by: "web-team" } })).toEqual([
      "fail profile: readiness.dns.by: found web-team, wanted one of platform-team, finance",
    ]);
    const known = { ...compliantReadiness, dns: { ...record, by: "web-team" } };
    expect(ask(known, { owners: ["web-team"] }).filter((line) => /^fail/.test(line))).toEqual([]);
  });

  it.each(["2026-06-16", "2026-02-30", "last week", 20260601])("reports the day %s", (date) => {
    expect(failing({ dns: { ...record, date } })).toEqual([
      `fail profile: readiness.dns.date: found ${date}, wanted a day such as 2026-06-01, 2026-06-15 or before`,
    ]);
  });

  it("takes today, and a day long ago, which is for another rule", () => {
    expect(failing({ dns: { ...record, date: "2026-06-15" } })).toEqual([]);
    expect(failing({ dns: { ...record, date: "2020-01-01" } })).toEqual([]);
  });

  it("reports each part that is missing, all at once", () => {
    expect(failing({ dns: { evidence: " " } })).toEqual([
      expect.stringMatching(/^fail profile: readiness\.dns\.by: found nothing/),
      expect.stringMatching(/^fail profile: readiness\.dns\.date: found nothing/),
      expect.stringMatching(/^fail profile: readiness\.dns\.evidence: found .*wanted an address/),
    ]);
  });

  it("cannot tell what is not known yet", () => {
    expect(failing({ dns: UNKNOWN })).toHaveLength(3);
    expect(failing({ dns: { ...record, date: UNKNOWN } })).toEqual([
      expect.stringMatching(/^unknown profile: readiness\.dns\.date: not known/),
    ]);
  });

  it("asks nothing of dev and staging", () => {
    for (const tier of ["dev", "staging"] as const) {
      expect(brief(judge(rule, [profile({ tier })], { stack: tier }))).toEqual([
        "not-applicable groundwork-prod: the tier asks for no record of readiness",
      ]);
    }
  });
});
