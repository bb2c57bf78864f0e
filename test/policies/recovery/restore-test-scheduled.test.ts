import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { restoreTestScheduled as rule } from "../../../policies/rules/recovery/restore-test-scheduled";
import { asking, plan } from "../support/recovery";
import { brief, judge, profile, resource } from "../support/stack";

const copies = plan([]);
const test = (scheduleExpression?: Value) =>
  resource(providerTypes.awsRestoreTest, "trial", {
    ...(scheduleExpression !== undefined && { scheduleExpression }),
  });
const selected = (of: DeclaredResource) =>
  resource(
    providerTypes.awsRestoreTestSelection,
    "selected",
    {},
    { propertyDependencies: { restoreTestingPlanName: [of.urn] } },
  );
const ask = (schedule?: Value) => brief(judge(rule, [copies, test(schedule), selected(test())]));
const monthly = "cron(0 6 1 * ? *)";
const wanted = "wanted at least 12 trial restores a year";

// Requirement: DR-08
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([monthly, "cron(0 6 ? * SUN *)", "cron(0 6 1,15 * ? *)"])("accepts %s", (schedule) => {
    expect(ask(schedule)).toEqual([`pass trial: ${rule.title}`]);
  });

  it.each(["cron(0 6 1 1 ? *)", "cron(0 6 1 */2 ? *)", "now and then"])(
    "reports %s",
    (schedule) => {
      expect(ask(schedule)).toEqual([
        `fail trial: scheduleExpression: found ${schedule}, ${wanted}`,
      ]);
    },
  );

  it("reports trials that nothing starts, or that restore nothing", () => {
    expect(ask()).toEqual([`fail trial: scheduleExpression: found nothing, ${wanted}`]);
    expect(brief(judge(rule, [copies, test(monthly)]))).toEqual([
      `fail trial: scheduleExpression: found a plan that restores nothing, ${wanted}`,
    ]);
    expect(brief(judge(rule, [copies]))).toEqual([
      `fail groundwork-prod: found nothing, ${wanted}`,
    ]);
  });

  it("asks for more where the stack does", () => {
    const weekly = asking(rule.id, { perYear: 52 });
    expect(judge(rule, [weekly, copies, test(monthly), selected(test())])[0]?.state).toBe("fail");
  });

  it("asks nothing of staging, nor where nothing is backed up", () => {
    const staging = judge(rule, [profile({ tier: "staging" }), copies], { stack: "staging" });
    expect(brief(staging)).toEqual([
      "not-applicable groundwork-prod: the tier asks for no trial restores",
    ]);
    expect(brief(judge(rule, []))).toEqual([
      "not-applicable groundwork-prod: nothing is backed up here",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN)).toEqual([
      expect.stringMatching(/^unknown trial: scheduleExpression: not known/),
    ]);
  });
});
