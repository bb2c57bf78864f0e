import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value } from "../../../core/value";
import { fileCopiesMeetObjective as rule } from "../../../policies/rules/recovery/file-copies-meet-objective";
import { bucket, plan, recovery, replication, selection } from "../support/recovery";
import { brief, judge } from "../support/stack";

const files = bucket("files");
const copy = bucket("copy");
const hourly = { schedule: "cron(0 * * * ? *)" };
const continuous = { schedule: "cron(0 5 * * ? *)", enableContinuousBackup: true };
const promised = (rpoMinutes: Value) => recovery({ objectives: { files: { rpoMinutes } } });
const ask = (...resources: DeclaredResource[]) =>
  brief(judge(rule, [promised(15), files, ...resources]));
const planned = (rules: Value) => {
  const made = plan(rules);
  return [made, selection(made, [files])];
};
const within = (time: Value) =>
  replication(files, copy, [{ destination: { replicationTime: time } }]);
const kept = [`pass files: ${rule.title}`];
const wanted = "wanted a copy within 15 minutes, as promised";

// Requirement: DR-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts continuous copies and replication in time", () => {
    expect(ask(...planned([hourly, continuous]))).toEqual(kept);
    expect(ask(copy, within({ time: { minutes: 15 } }))).toEqual(kept);
  });

  it("accepts the best of several copies", () => {
    expect(ask(...planned([hourly]), copy, within({ time: { minutes: 15 } }))).toEqual(kept);
  });

  it("reports copies that are made too seldom", () => {
    expect(ask(...planned([hourly]))).toEqual([
      `fail files: found a copy within 60 minutes, ${wanted}`,
    ]);
    const off = { ...hourly, enableContinuousBackup: false };
    expect(ask(...planned([off]))[0]).toMatch(/^fail/);
  });

  it("reports copies that come at no promised time", () => {
    const never = `fail files: found copies without a time, ${wanted}`;
    expect(ask(...planned([]))).toEqual([never]);
    expect(ask(copy, replication(files, copy))).toEqual([never]);
  });

  it("judges by what is promised", () => {
    const hour = brief(judge(rule, [promised(60), files, ...planned([hourly])]));
    expect(hour).toEqual(kept);
    const less = brief(judge(rule, [promised(14), files, ...planned([continuous])]));
    expect(less[0]).toMatch(/^fail files: found a copy within 15 minutes, wanted a copy within 14/);
  });

  it("cannot tell what is unknown, unless another copy is in time", () => {
    const unknown = [expect.stringMatching(/^unknown files: copies: not known/)];
    expect(ask(...planned([{ ...hourly, enableContinuousBackup: UNKNOWN }]))).toEqual(unknown);
    expect(ask(...planned(UNKNOWN))).toEqual(unknown);
    expect(ask(copy, within(UNKNOWN))).toEqual(unknown);
    expect(ask(...planned(UNKNOWN), copy, within({ time: { minutes: 15 } }))).toEqual(kept);
    expect(brief(judge(rule, [promised(UNKNOWN)]))).toEqual([
      expect.stringMatching(/^unknown groundwork-prod: objectives\.files\.rpoMinutes: not known/),
    ]);
  });

  it("has nothing to judge without a promise, or without copies", () => {
    expect(brief(judge(rule, [files]))).toEqual([
      "not-applicable groundwork-prod: no recovery point of files is promised",
    ]);
    expect(ask()).toEqual(["not-applicable groundwork-prod: no bucket on S3 is copied"]);
  });

  it("takes a single rule of a replication as it takes a list, and none as none", () => {
    const one = replication(files, copy, {
      destination: { replicationTime: { time: { minutes: 15 } } },
    });
    expect(ask(copy, one)).toEqual(kept);
    expect(ask(copy, { ...one, inputs: {} })[0]).toMatch(/^fail/);
  });
});
