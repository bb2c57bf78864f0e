import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { s3Versioned as rule } from "../../../policies/rules/data/s3-versioned";
import { brief, judge } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const compliant = { versioningConfiguration: { status: "Enabled" } };
const files = bucket("files");
const setting = (changes: PropertyMap = {}) =>
  settingOf(files, providerTypes.awsBucketVersioning, { ...compliant, ...changes });
const judged = (changes: PropertyMap) =>
  brief(judge(rule, [files, setting(changes)])).filter((line) => !line.startsWith("pass"));

// Requirement: STOR-03, STOR-04
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with the setting", () => {
    expect(judged({})).toEqual([]);
    expect(judge(rule, [files, setting()])[0]?.state).toBe("pass");
  });

  it.each<[PropertyMap, string[]]>([
    [
      { versioningConfiguration: { status: "Suspended" } },
      ["fail files-setting: versioningConfiguration.status: found Suspended, wanted Enabled"],
    ],
    [
      { versioningConfiguration: {} },
      ["fail files-setting: versioningConfiguration.status: found nothing, wanted Enabled"],
    ],
  ])("reports %o", (changes: PropertyMap, expected) => {
    expect(judged(changes)).toEqual(expected);
  });

  it("reports a bucket without the setting, in full", () => {
    expect(judge(rule, [files])).toMatchObject([
      {
        state: "fail",
        urn: files.urn,
        found: null,
        message: `found no ${providerTypes.awsBucketVersioning.split(":")[2]} of this bucket, wanted one with status Enabled`,
      },
    ]);
  });

  it("knows the bucket by its name, and takes no other bucket's setting for it", () => {
    const byName = { ...setting(), propertyDependencies: {} };
    expect(judge(rule, [files, byName])[0]?.state).toBe("pass");
    const ofAnother = settingOf(bucket("other"), providerTypes.awsBucketVersioning, compliant);
    expect(judge(rule, [files, ofAnother])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is not known whose a setting is", () => {
    const stray = { ...setting({ bucket: UNKNOWN }), propertyDependencies: {} };
    expect(judge(rule, [files, stray]).map(({ state }) => state)).toEqual(["unknown"]);
    const known = setting({ bucket: UNKNOWN });
    expect(judge(rule, [files, known])[0]?.state).toBe("pass");
    expect(judge(rule, [files, bucket("more"), known]).map(({ state }) => state)).toContain("fail");
  });

  it.each<[PropertyMap]>([[{ versioningConfiguration: UNKNOWN }]])(
    "cannot tell while %o",
    (changes: PropertyMap) => {
      expect(judge(rule, [files, setting(changes)]).map(({ state }) => state)).toContain("unknown");
    },
  );

  it("counts the setting by its older name", () => {
    const older = settingOf(files, providerTypes.awsBucketVersioningV2, compliant);
    expect(judge(rule, [files, older])[0]?.state).toBe("pass");
  });

  it("leaves a bucket alone whose content a machine writes again", () => {
    const runs = bucket("results", "runs");
    expect(brief(judge(rule, [runs]))).toEqual([
      "not-applicable results: its tag says that a machine writes again what is in it",
    ]);
  });

  it("has nothing to judge without buckets", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
