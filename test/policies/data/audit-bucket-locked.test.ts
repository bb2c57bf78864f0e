import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { auditBucketLocked as rule } from "../../../policies/rules/data/audit-bucket-locked";
import { brief, judge, profile, resource } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const records = bucket("records", "audit");
const lock = (defaultRetention: PropertyMap) =>
  settingOf(records, providerTypes.awsObjectLock, { rule: { defaultRetention } });
const judged = (retention: PropertyMap) => brief(judge(rule, [records, lock(retention)]));

// Requirement: COMP-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the tier's number of days, in either mode", () => {
    for (const mode of ["GOVERNANCE", "COMPLIANCE"]) {
      expect(judged({ mode, days: 365 })).toEqual([`pass records-setting: ${rule.title}`]);
    }
    expect(judged({ mode: "COMPLIANCE", years: 1 })[0]).toMatch(/^pass/);
    const older = settingOf(records, providerTypes.awsBucketLockV2, {
      rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } },
    });
    expect(judge(rule, [records, older])[0]?.state).toBe("pass");
  });

  it.each([
    [{ mode: "GOVERNANCE", days: 364 }, "GOVERNANCE for 364 days"],
    [{ mode: "NONE", days: 365 }, "NONE for 365 days"],
    [{ days: 365 }, "no mode for 365 days"],
    [{ mode: "COMPLIANCE" }, "COMPLIANCE for 0 days"],
  ])("reports %j", (retention, found) => {
    expect(judged(retention)).toEqual([
      `fail records-setting: rule.defaultRetention: found ${found}, wanted COMPLIANCE or GOVERNANCE for 365 days or more`,
    ]);
  });

  it("reports a bucket without a lock", () => {
    expect(brief(judge(rule, [records]))).toEqual([
      "fail records: found no BucketObjectLockConfiguration of this bucket, wanted one with COMPLIANCE or GOVERNANCE for 365 days or more",
    ]);
  });

  it("knows an audit bucket by the trail that writes to it", () => {
    const plain = bucket("calls", "files");
    const byName = resource(providerTypes.awsTrail, "trail", { s3BucketName: "shop-calls" });
    expect(judge(rule, [plain, byName])[0]).toMatchObject({ state: "fail", urn: plain.urn });
    const computed = resource(
      providerTypes.awsTrail,
      "trail",
      { s3BucketName: UNKNOWN },
      { propertyDependencies: { s3BucketName: [plain.urn] } },
    );
    expect(judge(rule, [plain, computed])[0]).toMatchObject({ state: "fail", urn: plain.urn });
    const elsewhere = resource(providerTypes.awsTrail, "trail", { s3BucketName: "of-the-group" });
    const nameless = bucket("calls", "files", { bucket: null });
    const unnamed = resource(providerTypes.awsTrail, "unnamed");
    expect(judge(rule, [plain, nameless, elsewhere, unnamed])[0]?.state).toBe("not-applicable");
  });

  it("leaves other buckets alone", () => {
    expect(judge(rule, [bucket("files", "files")])[0]?.state).toBe("not-applicable");
  });

  it("asks less of staging and nothing of dev", () => {
    const on = (tier: "dev" | "staging", days: number) =>
      judge(rule, [profile({ tier }), records, lock({ mode: "GOVERNANCE", days })], {
        stack: tier,
      });
    expect(on("staging", 30)[0]?.state).toBe("pass");
    expect(on("staging", 29)[0]?.state).toBe("fail");
    expect(on("dev", 0)[0]?.message).toBe("the tier asks for no lock");
  });

  it("can ask for a lock that nobody lifts", () => {
    const strict = profile({ rules: { "audit-bucket-locked": { modes: ["COMPLIANCE"] } } });
    const governed = lock({ mode: "GOVERNANCE", days: 900 });
    expect(judge(rule, [strict, records, governed])[0]?.state).toBe("fail");
  });

  it.each<PropertyMap>([
    { mode: UNKNOWN, days: 900 },
    { mode: "GOVERNANCE", days: UNKNOWN },
    { mode: "GOVERNANCE", days: 900, years: UNKNOWN },
  ])("cannot tell while part of it is not known", (retention) => {
    expect(judged(retention)[0]).toMatch(/^unknown/);
  });
});
