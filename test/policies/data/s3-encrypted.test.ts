import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { s3Encrypted as rule } from "../../../policies/rules/data/s3-encrypted";
import { brief, judge, profile } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const rule256 = { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
const compliant = { rules: [rule256] };
const files = bucket("files");
const setting = (changes: PropertyMap = {}) =>
  settingOf(files, providerTypes.awsBucketEncryption, { ...compliant, ...changes });
const judged = (changes: PropertyMap) =>
  brief(judge(rule, [files, setting(changes)])).filter((line) => !line.startsWith("pass"));

// Requirement: STOR-04, STOR-09, COMP-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with the setting", () => {
    expect(judged({})).toEqual([]);
    expect(judge(rule, [files, setting()])[0]?.state).toBe("pass");
  });

  it.each<[PropertyMap, string[]]>([
    [
      { rules: [] },
      ["fail files-setting: rules: found an empty list, wanted AES256 or aws:kms or aws:kms:dsse"],
    ],
    [
      { rules: null },
      ["fail files-setting: rules: found an empty list, wanted AES256 or aws:kms or aws:kms:dsse"],
    ],
    [
      { rules: "none" },
      ["fail files-setting: rules: found an empty list, wanted AES256 or aws:kms or aws:kms:dsse"],
    ],
    [
      { rules: [{ bucketKeyEnabled: true }] },
      ["fail files-setting: rules: found nothing, wanted AES256 or aws:kms or aws:kms:dsse"],
    ],
    [
      { rules: [rule256, { applyServerSideEncryptionByDefault: { sseAlgorithm: "ROT13" } }] },
      ["fail files-setting: rules: found AES256, ROT13, wanted AES256 or aws:kms or aws:kms:dsse"],
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
        message: `found no ${providerTypes.awsBucketEncryption.split(":")[2]} of this bucket, wanted one with AES256 or aws:kms or aws:kms:dsse`,
      },
    ]);
  });

  it("knows the bucket by its name, and takes no other bucket's setting for it", () => {
    const byName = { ...setting(), propertyDependencies: {} };
    expect(judge(rule, [files, byName])[0]?.state).toBe("pass");
    const ofAnother = settingOf(bucket("other"), providerTypes.awsBucketEncryption, compliant);
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
    [{ rules: [{ applyServerSideEncryptionByDefault: UNKNOWN }] }],
  ])("cannot tell while %o", (changes: PropertyMap) => {
    expect(judge(rule, [files, setting(changes)]).map(({ state }) => state)).toContain("unknown");
  });

  it("counts the setting by its older name", () => {
    const older = settingOf(files, providerTypes.awsBucketEncryptionV2, compliant);
    expect(judge(rule, [files, older])[0]?.state).toBe("pass");
  });

  it("asks for keys of KMS where the stack does, and takes no other name", () => {
    const asking = (algorithms: string[]) => profile({ rules: { "s3-encrypted": { algorithms } } });
    expect(judge(rule, [asking(["aws:kms"]), files, setting()])[0]?.state).toBe("fail");
    const kms = setting({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
    });
    expect(judge(rule, [asking(["aws:kms"]), files, kms])[0]?.state).toBe("pass");
  });

  it("has nothing to judge without buckets", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
