import { z } from "zod";
import { readProperty } from "../../../core/value";
import { longestGapMinutes, minutesOf } from "../../lib/recovery/cadence";
import { tested } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: DR-08
export const restoreTestScheduled = defineRule({
  id: "restore-test-scheduled",
  title: "Copies are restored on trial, on a schedule",
  why: "A copy that was never restored is a hope: many are found to be empty, incomplete or unreadable on the day that they are needed.",
  fix: "Declare groundwork:recovery.restoreTests, which restores the newest copies every month.",
  severity: "medium",
  topics: ["recovery"],
  references: tested,
  appliesTo: "stack",
  options: z.strictObject({
    perYear: z.int().min(0).max(366).describe("Trial restores in a year, at least."),
  }),
  check: (stack, { options }) => {
    const { awsBackupPlan, awsRestoreTest, awsRestoreTestSelection } = providerTypes;
    if (options.perYear === 0) return notApplicable("the tier asks for no trial restores");
    if (stack.ofType(awsBackupPlan).length === 0) return notApplicable("nothing is backed up here");
    const input = "restoreTests";
    const wanted = `at least ${options.perYear} trial restores a year`;
    const tests = stack.ofType(awsRestoreTest);
    if (tests.length === 0) return fail({ input, found: null, wanted });
    return tests.map((test): Answer => {
      const evidence = { urn: test.urn, property: "scheduleExpression", input, wanted };
      const selected = stack.dependents(test, awsRestoreTestSelection, "restoreTestingPlanName");
      if (selected.length === 0)
        return fail({ ...evidence, found: "a plan that restores nothing" });
      const schedule = readProperty(test.inputs, ["scheduleExpression"]);
      if (schedule.state === "unknown") return unknown(evidence);
      const gap = longestGapMinutes(textOf(schedule) ?? "") ?? Infinity;
      const found = textOf(schedule) ?? null;
      return Math.floor(minutesOf.year / gap) >= options.perYear
        ? pass({ ...evidence, found })
        : fail({ ...evidence, found });
    });
  },
});
