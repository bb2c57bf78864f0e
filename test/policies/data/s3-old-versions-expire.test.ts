import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { s3OldVersionsExpire as rule } from "../../../policies/rules/data/s3-old-versions-expire";
import { brief, judge, profile } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const expiring = (status: string, noncurrentDays: number) => ({
  status,
  noncurrentVersionExpiration: { noncurrentDays },
});
const compliant = { rules: [expiring("Enabled", 365)] };
const files = bucket("files");
const setting = (changes: PropertyMap = {}) =>
  settingOf(files, providerTypes.awsBucketLifecycle, { ...compliant, ...changes });
const judged = (changes: PropertyMap) =>
  brief(judge(rule, [files, setting(changes)])).filter((line) => !line.startsWith("pass"));

// Requirement: STOR-07, COMP-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with the setting", () => {
    expect(judged({})).toEqual([]);
    expect(judge(rule, [files, setting()])[0]?.state).toBe("pass");
  });

  it.each<[PropertyMap, string[]]>([
    [
      { rules: [expiring("Enabled", 366)] },
      ["fail files-setting: rules: found 366, wanted noncurrentVersionExpiration within 365 days"],
    ],
    [
      { rules: [expiring("Disabled", 7)] },
      [
        "fail files-setting: rules: found nothing, wanted noncurrentVersionExpiration within 365 days",
      ],
    ],
    [
      { rules: [{ status: "Enabled", expiration: { days: 30 } }] },
      [
        "fail files-setting: rules: found nothing, wanted noncurrentVersionExpiration within 365 days",
      ],
    ],
    [
      { rules: "none" },
      [
        "fail files-setting: rules: found nothing, wanted noncurrentVersionExpiration within 365 days",
      ],
    ],
    [{ rules: [expiring("Enabled", 900), expiring("Enabled", 30)] }, []],
    [{ rules: [{ ...expiring("Enabled", 30), filter: UNKNOWN }] }, []],
    [{ rules: [expiring("Enabled", 30), { status: "Enabled", expiration: { days: 30 } }] }, []],
  ])("reports %o", (changes: PropertyMap, expected) => {
    expect(judged(changes)).toEqual(expected);
  });

  it("reports a bucket without the setting, in full", () => {
    expect(judge(rule, [files])).toMatchObject([
      {
        state: "fail",
        urn: files.urn,
        found: null,
        message: `found no ${providerTypes.awsBucketLifecycle.split(":")[2]} of this bucket, wanted one with noncurrentVersionExpiration within 365 days`,
      },
    ]);
  });

  it("knows the bucket by its name, and takes no other bucket's setting for it", () => {
    const byName = { ...setting(), propertyDependencies: {} };
    expect(judge(rule, [files, byName])[0]?.state).toBe("pass");
    const ofAnother = settingOf(bucket("other"), providerTypes.awsBucketLifecycle, compliant);
    expect(judge(rule, [files, ofAnother])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is not known whose a setting is", () => {
    const stray = { ...setting({ bucket: UNKNOWN }), propertyDependencies: {} };
    expect(judge(rule, [files, stray]).map(({ state }) => state)).toEqual(["unknown"]);
    const known = setting({ bucket: UNKNOWN });
    expect(judge(rule, [files, known])[0]?.state).toBe("pass");
    expect(judge(rule, [files, bucket("more"), known]).map(({ state }) => state)).toContain("fail");
  });

  it.each<[PropertyMap]>([
    [{ rules: UNKNOWN }],
    [{ rules: [{ ...expiring("Enabled", 30), noncurrentVersionExpiration: UNKNOWN }] }],
  ])("cannot tell while %o", (changes: PropertyMap) => {
    expect(judge(rule, [files, setting(changes)]).map(({ state }) => state)).toContain("unknown");
  });

  it("counts the setting by its older name", () => {
    const older = settingOf(files, providerTypes.awsBucketLifecycleV2, compliant);
    expect(judge(rule, [files, older])[0]?.state).toBe("pass");
  });

  it("keeps versions for a shorter time where the stack says so, and never for longer", () => {
    const asking = (maxDays: number) =>
      profile({ rules: { "s3-old-versions-expire": { maxDays } } });
    expect(judge(rule, [asking(30), files, setting()])[0]?.state).toBe("fail");
    const long = setting({ rules: [expiring("Enabled", 366)] });
    expect(judge(rule, [asking(900), files, long])[0]?.state).toBe("fail");
  });

  it("has nothing to judge without buckets", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
