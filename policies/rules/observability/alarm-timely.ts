import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { readItems } from "../../lib/lists";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Seconds after which no alarm is of use any more. */
const day = 86_400;

// Requirement: ALRT-09
export const alarmTimely = defineRule({
  id: "alarm-timely",
  title: "Alarms go off in time: critical ones within minutes, any within a day",
  why: "Period times evaluation periods is how long users suffer before anybody can know.",
  fix: "Shorten period or evaluationPeriods, or give the alarm a severity that can wait.",
  severity: "medium",
  topics: ["alerts"],
  references: monitoring,
  appliesTo: [providerTypes.awsMetricAlarm],
  options: z.strictObject({ maxCriticalSeconds: z.number().positive() }),
  check: (alarm, { options: { maxCriticalSeconds } }) => {
    const severity = readProperty(alarm.inputs, ["tags", "severity"]);
    const limit = textOf(severity) === "critical" ? maxCriticalSeconds : day;
    const evidence = { property: "evaluationPeriods", wanted: `at most ${limit} seconds` };
    const periods = periodsOf(alarm);
    if (periods.length === 0) return notApplicable("the alarm has no period", alarm.urn);
    const count = readProperty(alarm.inputs, ["evaluationPeriods"]);
    const seconds = Math.max(...periods) * Number(textOf(count) ?? Number.NaN);
    if (severity.state === "unknown" || Number.isNaN(seconds)) return unknown(evidence);
    const found = `${seconds} seconds`;
    return seconds <= limit ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});

/** Seconds over which the alarm's values are made; not a number where one is unknown. */
function periodsOf({ inputs }: DeclaredResource): number[] {
  const queries = readItems(inputs, ["metricQueries"]);
  return [
    readProperty(inputs, ["period"]),
    ...queries.map((query) => readProperty(query, ["metric", "period"])),
  ].flatMap((reading) =>
    reading.state === "absent" ? [] : [Number(textOf(reading) ?? Number.NaN)],
  );
}
