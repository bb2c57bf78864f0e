import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { stateExportScheduled as rule } from "../../../policies/rules/recovery/state-export-scheduled";
import { asking, recovery } from "../support/recovery";
import { brief, judge, profile } from "../support/stack";

const ask = (stateExport: PropertyMap) => brief(judge(rule, [recovery({ stateExport })]));
const kept = [`pass recovery: ${rule.title}`];

// Requirement: DR-09
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts an export of once a day and more often", () => {
    expect(ask({ bucket: "backups" })).toEqual(kept);
    expect(ask({ bucket: "backups", schedule: "0 4 * * *" })).toEqual(kept);
    expect(ask({ bucket: "backups", schedule: "0 * * * *" })).toEqual(kept);
  });

  it("reports a stack whose state is exported nowhere", () => {
    const nowhere = "stateExport.bucket: found nothing, wanted a bucket";
    expect(ask({})).toEqual([`fail recovery: ${nowhere}`]);
    expect(brief(judge(rule, []))).toEqual([`fail groundwork-prod: ${nowhere}`]);
  });

  it.each(["0 4 * * 1", "0 4 1 * *", "sometimes"])("reports the schedule %s", (schedule) => {
    expect(ask({ bucket: "backups", schedule })).toEqual([
      `fail recovery: stateExport.schedule: found ${schedule}, wanted every 24 hours or more often`,
    ]);
  });

  it("lets dev take a week, and a stack ask for an hour", () => {
    const weekly = recovery({ stateExport: { bucket: "backups", schedule: "0 4 * * 1" } });
    const dev = judge(rule, [profile({ tier: "dev" }), weekly], { stack: "dev" });
    expect(dev[0]?.state).toBe("pass");
    const daily = recovery({ stateExport: { bucket: "backups" } });
    expect(brief(judge(rule, [asking(rule.id, { maxHours: 1 }), daily]))).toEqual([
      "fail recovery: stateExport.schedule: found once a day, wanted every 1 hours or more often",
    ]);
  });

  it.each<[string, PropertyMap]>([
    ["bucket", { bucket: UNKNOWN }],
    ["schedule", { bucket: "backups", schedule: UNKNOWN }],
  ])("cannot tell what an unknown %s means", (key, stateExport) => {
    expect(ask(stateExport)).toEqual([
      expect.stringMatching(new RegExp(`^unknown recovery: stateExport\\.${key}: not known`)),
    ]);
  });
});
