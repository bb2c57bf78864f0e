import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { s3TlsOnly as rule } from "../../../policies/rules/https/s3-tls-only";
import { brief, judge } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const objects = "arn:aws:s3:::shop-files/*";
const plain = { Bool: { "aws:SecureTransport": "false" } };
const statement = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::shop-files", objects],
  Condition: plain,
};
const policy = (changes: object = {}) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...changes }] });
const compliant = { policy: policy() };
const files = bucket("files");
const setting = (changes: PropertyMap = {}) =>
  settingOf(files, providerTypes.awsBucketPolicy, { ...compliant, ...changes });
const judged = (changes: PropertyMap) =>
  brief(judge(rule, [files, setting(changes)])).filter((line) => !line.startsWith("pass"));

// Requirement: HDR-09, STOR-04
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with the setting", () => {
    expect(judged({})).toEqual([]);
    expect(judge(rule, [files, setting()])[0]?.state).toBe("pass");
  });

  it.each<[PropertyMap, string[]]>([
    ...[
      "no policy",
      null,
      "7",
      JSON.stringify({ Version: "2012-10-17" }),
      JSON.stringify({ Statement: "none" }),
      policy({ Effect: "Allow" }),
      policy({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
      policy({ Principal: undefined }),
      policy({ Action: "s3:GetObject" }),
      policy({ Action: undefined }),
      policy({ Resource: objects }),
      policy({ Resource: "arn:aws:s3:::shop-files" }),
      policy({ Resource: undefined }),
      policy({ Condition: undefined }),
      policy({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      policy({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }),
      policy({ Condition: { Null: { "aws:SecureTransport": "false" } } }),
      policy({ Condition: { ...plain, IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      policy({ Condition: { Bool: { ...plain.Bool, "aws:ViaAWSService": "false" } } }),
    ].map((given): [PropertyMap, string[]] => [
      { policy: given },
      [
        "fail files-setting: policy: found no statement that does so, wanted a statement that denies s3:* to everyone while aws:SecureTransport is false",
      ],
    ]),
    ...[
      policy({ Principal: { AWS: "*" } }),
      policy({ Principal: { AWS: ["*"] } }),
      policy({ Action: ["s3:*"] }),
      policy({ Action: "*" }),
      policy({ Resource: "*" }),
      policy({ Condition: { Bool: { "AWS:SecureTransport": [false] } } }),
      { Statement: [statement] },
      { Statement: statement },
      {
        Statement: [
          { ...statement, Resource: "arn:aws:s3:::shop-files" },
          { ...statement, Resource: objects },
        ],
      },
    ].map((given): [PropertyMap, string[]] => [{ policy: given }, []]),
  ])("reports %o", (changes: PropertyMap, expected) => {
    expect(judged(changes)).toEqual(expected);
  });

  it("reports a bucket without the setting, in full", () => {
    expect(judge(rule, [files])).toMatchObject([
      {
        state: "fail",
        urn: files.urn,
        found: null,
        message: `found no ${providerTypes.awsBucketPolicy.split(":")[2]} of this bucket, wanted one with a statement that denies s3:* to everyone while aws:SecureTransport is false`,
      },
    ]);
  });

  it("knows the bucket by its name, and takes no other bucket's setting for it", () => {
    const byName = { ...setting(), propertyDependencies: {} };
    expect(judge(rule, [files, byName])[0]?.state).toBe("pass");
    const ofAnother = settingOf(bucket("other"), providerTypes.awsBucketPolicy, compliant);
    expect(judge(rule, [files, ofAnother])[0]?.state).toBe("fail");
  });

  it("cannot tell while it is not known whose a setting is", () => {
    const stray = { ...setting({ bucket: UNKNOWN }), propertyDependencies: {} };
    expect(judge(rule, [files, stray]).map(({ state }) => state)).toEqual(["unknown"]);
    const known = setting({ bucket: UNKNOWN });
    expect(judge(rule, [files, known])[0]?.state).toBe("pass");
    expect(judge(rule, [files, bucket("more"), known]).map(({ state }) => state)).toContain("fail");
  });

  it.each<[PropertyMap]>([[{ policy: UNKNOWN }]])(
    "cannot tell while %o",
    (changes: PropertyMap) => {
      expect(judge(rule, [files, setting(changes)]).map(({ state }) => state)).toContain("unknown");
    },
  );

  it("has nothing to judge without buckets", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
