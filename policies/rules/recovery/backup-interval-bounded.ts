import { z } from "zod";
import { copyMinutes } from "../../lib/recovery/backup-plans";
import { backups } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: DR-01, ENV-12
export const backupIntervalBounded = defineRule({
  id: "backup-interval-bounded",
  title: "Every backup plan makes copies as often as its tier asks",
  why: "Whatever came after the last copy is lost, and a plan that runs once a week loses a week.",
  fix: "Give one rule of the plan a schedule that runs often enough: groundwork:recovery.backups.every.",
  severity: "medium",
  topics: ["recovery"],
  references: backups,
  appliesTo: [providerTypes.awsBackupPlan],
  options: z.strictObject({
    maxMinutes: z.int().min(1).describe("Longest time between two copies, in minutes."),
  }),
  check: ({ inputs }, { options }) => {
    const wanted = `at most ${options.maxMinutes} minutes between two copies`;
    const evidence = { property: "rules", input: "backups.every", wanted };
    const minutes = copyMinutes(inputs, { continuous: false });
    if (minutes === undefined) return unknown(evidence);
    const found = Number.isFinite(minutes) ? `${minutes} minutes` : "no schedule";
    return minutes <= options.maxMinutes
      ? pass({ ...evidence, found })
      : fail({ ...evidence, found });
  },
});
