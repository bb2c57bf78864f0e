import { z } from "zod";
import { readProperty } from "../../../core/value";
import { alarmTypes } from "../../lib/observability/alarms";
import { incidentResponse } from "../../lib/observability/references";
import { iso } from "../../lib/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

const parts = [
  { what: "link to a runbook", pattern: /https:\/\/\S|\S\.md\b/ },
  { what: "owner", pattern: /\bowner: *\S/i },
];

// Requirement: DR-17
export const alarmExplained = defineRule({
  id: "alarm-explained",
  title: "Every alarm says what to do and whom to ask",
  why: "Whoever is woken at three knows neither the service nor its people, and loses the first half hour looking for both.",
  fix: "End the alarm's description with the runbook's address and `Owner: <team>`.",
  severity: "medium",
  topics: ["alerts", "incidents"],
  references: [incidentResponse, iso("A.5.37")],
  appliesTo: alarmTypes,
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "alarmDescription";
    const evidence = { property, wanted: "a link to a runbook and an owner" };
    const description = readProperty(inputs, [property]);
    if (description.state === "unknown") return unknown(evidence);
    const text = textOf(description) ?? "";
    const missing = parts.filter(({ pattern }) => !pattern.test(text));
    if (missing.length === 0) return pass({ ...evidence, found: text });
    return fail({ ...evidence, found: missing.map(({ what }) => `no ${what}`).join(", ") });
  },
});
