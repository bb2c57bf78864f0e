import { z } from "zod";
import { readProperty } from "../../../core/value";
import { planRules } from "../../lib/recovery/backup-plans";
import { backups } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

/** AWS keeps continuous backups for no longer. */
const continuousDays = 35;

// Requirement: ENV-12
export const backupRetentionLongEnough = defineRule({
  id: "backup-retention-long-enough",
  title: "Copies are kept for as long as a loss can go unnoticed",
  why: "What was deleted or spoiled by mistake is often missed weeks later, when a short retention has deleted the last good copy too.",
  fix: "Raise groundwork:recovery.backups.keepDays.",
  severity: "medium",
  topics: ["recovery", "data"],
  references: backups,
  appliesTo: [providerTypes.awsBackupPlan],
  options: z.strictObject({
    minDays: z.int().min(1).describe("Days that each copy is kept at least."),
  }),
  check: ({ inputs }, { options }) =>
    planRules(inputs).map((rule): Answer => {
      const property = `rules[${rule.index}].lifecycle.deleteAfter`;
      const continuous = readProperty(rule.inputs, ["enableContinuousBackup"]);
      const isContinuous = continuous.state === "known" && continuous.value === true;
      const minDays = isContinuous ? Math.min(options.minDays, continuousDays) : options.minDays;
      const wanted = `at least ${minDays} days`;
      const evidence = { property, input: "backups.keepDays", wanted };
      const days = readProperty(rule.inputs, ["lifecycle", "deleteAfter"]);
      if (days.state === "unknown") return unknown(evidence);
      // Left out, copies are kept for ever.
      if (days.state === "absent") return pass({ ...evidence, found: "for ever" });
      const found = `${Number(days.value)} days`;
      return Number(days.value) >= minDays
        ? pass({ ...evidence, found })
        : fail({ ...evidence, found });
    }),
});
