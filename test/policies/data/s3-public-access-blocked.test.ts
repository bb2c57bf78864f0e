import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { s3PublicAccessBlocked as rule } from "../../../policies/rules/data/s3-public-access-blocked";
import { brief, judge } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const compliant = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};
const files = bucket("files");
const setting = (changes: PropertyMap = {}) =>
  settingOf(files, providerTypes.awsBucketPublicAccess, { ...compliant, ...changes });
const judged = (changes: PropertyMap) =>
  brief(judge(rule, [files, setting(changes)])).filter((line) => !line.startsWith("pass"));

// Requirement: STOR-04
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with the setting", () => {
    expect(judged({})).toEqual([]);
    expect(judge(rule, [files, setting()])[0]?.state).toBe("pass");
  });

  it.each<[PropertyMap, string[]]>([
    [{ blockPublicAcls: false }, ["fail files-setting: blockPublicAcls: found false, wanted true"]],
    [
      { blockPublicPolicy: false },
      ["fail files-setting: blockPublicPolicy: found false, wanted true"],
    ],
    [
      { ignorePublicAcls: null },
      ["fail files-setting: ignorePublicAcls: found nothing, wanted true"],
    ],
    [
      { restrictPublicBuckets: "true" },
      ["fail files-setting: restrictPublicBuckets: found true, wanted true"],
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
        message: `found no ${providerTypes.awsBucketPublicAccess.split(":")[2]} of this bucket, wanted one with all four flags true`,
      },
    ]);
  });

  it("knows the bucket by its name, and takes no other bucket's setting for it", () => {
    const byName = { ...setting(), propertyDependencies: {} };
    expect(judge(rule, [files, byName])[0]?.state).toBe("pass");
    const ofAnother = settingOf(bucket("other"), providerTypes.awsBucketPublicAccess, compliant);
    expect(judge(rule, [files, ofAnother])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is not known whose a setting is", () => {
    const stray = { ...setting({ bucket: UNKNOWN }), propertyDependencies: {} };
    const open = judge(rule, [files, stray]).filter(({ state }) => state !== "pass");
    expect(open.map(({ state, urn }) => [state, urn])).toEqual([["unknown", files.urn]]);
    const known = setting({ bucket: UNKNOWN });
    expect(judge(rule, [files, known])[0]?.state).toBe("pass");
    expect(judge(rule, [files, bucket("more"), known]).map(({ state }) => state)).toContain("fail");
  });

  it.each<[PropertyMap]>([[{ blockPublicAcls: UNKNOWN }], [{ restrictPublicBuckets: UNKNOWN }]])(
    "cannot tell while %o",
    (changes: PropertyMap) => {
      expect(judge(rule, [files, setting(changes)]).map(({ state }) => state)).toContain("unknown");
    },
  );

  it("reports a setting that opens a bucket which somebody else declares", () => {
    const opened = settingOf(bucket("other"), providerTypes.awsBucketPublicAccess, {
      ...compliant,
      blockPublicPolicy: false,
    });
    const open = brief(judge(rule, [opened])).filter((line) => !line.startsWith("pass"));
    expect(open).toEqual(["fail other-setting: blockPublicPolicy: found false, wanted true"]);
  });

  it("has nothing to judge without buckets", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
