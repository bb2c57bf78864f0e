import { z } from "zod";
import { alarmTypes } from "../../lib/observability/alarms";
import { judgeProperty } from "../../lib/judge-property";
import { alarmActive } from "../../lib/observability/references";
import { defineRule } from "../../rule";

export const alarmActionsEnabled = defineRule({
  id: "alarm-actions-enabled",
  title: "Alarms act when they go off",
  why: "Actions that were turned off for a quiet evening stay off, and the console shows nothing of it.",
  fix: "Leave actionsEnabled out, and announce quiet times in groundwork:alerts.mute, which end by themselves.",
  severity: "high",
  topics: ["alerts"],
  references: [alarmActive],
  appliesTo: alarmTypes,
  options: z.strictObject({}),
  check: (alarm) =>
    judgeProperty(alarm, {
      property: "actionsEnabled",
      wanted: true,
      absent: true,
      holds: (found) => found === true,
    }),
});
