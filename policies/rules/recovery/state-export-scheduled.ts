import { z } from "zod";
import { longestGapMinutes, minutesOf } from "../../lib/recovery/cadence";
import { readRecovery, recoveryOf } from "../../lib/recovery/parts";
import { backups } from "../../lib/recovery/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: DR-09
export const stateExportScheduled = defineRule({
  id: "state-export-scheduled",
  title: "The stack's state is exported often enough",
  why: "Without its state nobody can change or take down what the stack made, except by hand and by guessing.",
  fix: "Name a bucket under groundwork:recovery.stateExport, and a schedule of once a day or more.",
  severity: "medium",
  topics: ["recovery"],
  references: backups,
  appliesTo: "stack",
  options: z.strictObject({
    maxHours: z.int().min(1).describe("Longest time between two exports, in hours."),
  }),
  check: (stack, { options }) => {
    const urn = recoveryOf(stack)?.urn ?? stack.urn;
    const bucket = readRecovery(stack, ["stateExport", "bucket"]);
    const to = { urn, property: "stateExport.bucket", input: "stateExport.bucket" };
    if (bucket.state === "unknown") return unknown(to);
    if (bucket.state === "absent") return fail({ ...to, found: null, wanted: "a bucket" });
    const schedule = readRecovery(stack, ["stateExport", "schedule"]);
    const wanted = `every ${options.maxHours} hours or more often`;
    const when = { urn, property: "stateExport.schedule", input: "stateExport.schedule", wanted };
    if (schedule.state === "unknown") return unknown(when);
    // Left out, it is once a day.
    const gap =
      schedule.state === "absent" ? minutesOf.day : longestGapMinutes(textOf(schedule) ?? "");
    const found = textOf(schedule) ?? "once a day";
    const isOften = gap !== undefined && gap <= options.maxHours * minutesOf.hour;
    return isOften ? pass({ ...when, found }) : fail({ ...when, found });
  },
});
