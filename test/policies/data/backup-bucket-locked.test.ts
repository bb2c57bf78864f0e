import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { backupBucketLocked as rule } from "../../../policies/rules/data/backup-bucket-locked";
import { brief, judge, profile } from "../support/stack";
import { bucket, settingOf } from "../support/data";

const records = bucket("records", "backup");
const lock = (defaultRetention: PropertyMap) =>
  settingOf(records, providerTypes.awsObjectLock, { rule: { defaultRetention } });
const judged = (retention: PropertyMap) => brief(judge(rule, [records, lock(retention)]));

// Requirement: STOR-04
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the tier's number of days, in either mode", () => {
    for (const mode of ["GOVERNANCE", "COMPLIANCE"]) {
      expect(judged({ mode, days: 30 })).toEqual([`pass records-setting: ${rule.title}`]);
    }
    expect(judged({ mode: "COMPLIANCE", years: 1 })[0]).toMatch(/^pass/);
    const older = settingOf(records, providerTypes.awsBucketLockV2, {
      rule: { defaultRetention: { mode: "COMPLIANCE", days: 30 } },
    });
    expect(judge(rule, [records, older])[0]?.state).toBe("pass");
  });

  it.each([
    [{ mode: "GOVERNANCE", days: 29 }, "GOVERNANCE for 29 days"],
    [{ mode: "NONE", days: 30 }, "NONE for 30 days"],
    [{ days: 30 }, "no mode for 30 days"],
    [{ mode: "COMPLIANCE" }, "COMPLIANCE for 0 days"],
  ])("reports %j", (retention, found) => {
    expect(judged(retention)).toEqual([
      `fail records-setting: rule.defaultRetention: found ${found}, wanted COMPLIANCE or GOVERNANCE for 30 days or more`,
    ]);
  });

  it("reports a bucket without a lock", () => {
    expect(brief(judge(rule, [records]))).toEqual([
      "fail records: found no BucketObjectLockConfiguration of this bucket, wanted one with COMPLIANCE or GOVERNANCE for 30 days or more",
    ]);
  });

  it("leaves other buckets alone", () => {
    expect(judge(rule, [bucket("files", "files")])[0]?.state).toBe("not-applicable");
  });

  it("asks less of staging and nothing of dev", () => {
    const on = (tier: "dev" | "staging", days: number) =>
      judge(rule, [profile({ tier }), records, lock({ mode: "GOVERNANCE", days })], {
        stack: tier,
      });
    expect(on("staging", 7)[0]?.state).toBe("pass");
    expect(on("staging", 6)[0]?.state).toBe("fail");
    expect(on("dev", 0)[0]?.message).toBe("the tier asks for no lock");
  });

  it("can ask for a lock that nobody lifts", () => {
    const strict = profile({ rules: { "backup-bucket-locked": { modes: ["COMPLIANCE"] } } });
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
