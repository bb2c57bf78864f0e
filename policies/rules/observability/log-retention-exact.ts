import { z } from "zod";
import { judgeProperty } from "../../lib/judge-property";
import { logging, logsKept } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: LOG-01, LOG-08, ENV-11
export const logRetentionExact = defineRule({
  id: "log-retention-exact",
  title: "Log groups keep lines for exactly as long as the tier says",
  why: "Kept too short, lines are gone when an audit asks; kept for ever, they cost more each month and hold what users wanted forgotten.",
  fix: "Leave groundwork:logs.retentionInDays out, or set it to the tier's days.",
  severity: "medium",
  topics: ["logs", "audit", "cost"],
  references: [logsKept, logging, { standard: "GDPR", clause: "Article 5(1)(e)" }],
  appliesTo: [providerTypes.awsLogGroup],
  options: z.strictObject({ days: z.number().int().positive() }),
  check: (group, { options: { days } }) =>
    judgeProperty(group, {
      property: "retentionInDays",
      input: "retentionInDays",
      wanted: days,
      holds: (found) => found === days,
    }),
});
