import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { metricsOf } from "../../lib/observability/alarms";
import { judgeCoverage } from "../../lib/observability/coverage";
import { readItems } from "../../lib/lists";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule } from "../../rule";

// Requirement: ALRT-05, ALRT-18
export const anomalyDetectionOn = defineRule({
  id: "anomaly-detection-on",
  title: "What the business lives by is watched for what is unusual",
  why: "A release that locks users out makes no error: only their absence tells, and no fixed line fits a Sunday and a Monday.",
  fix: "Raise groundwork:alerts.level to enterprise, or turn on again what groundwork:alerts.alarms turns off.",
  severity: "medium",
  topics: ["alerts", "anomalies"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({ metrics: z.array(z.string()) }),
  check: (stack, { options: { metrics: wanted } }) => {
    const bands = stack.ofType(providerTypes.awsMetricAlarm).map(bandOf);
    const watched = bands.filter(({ state }) => state === "band").map(({ seen }) => seen);
    return judgeCoverage({
      urn: stack.urn,
      wanted,
      covered: new Set(watched.flatMap(({ metrics }) => metrics.map(({ name }) => name))),
      undecided: bands.some(({ state }) => state === "unknown"),
      what: "alarm on what is unusual in",
      input: "level",
    });
  },
});

/** Whether the alarm compares with what is usual. */
function bandOf(alarm: DeclaredResource) {
  const seen = metricsOf(alarm);
  const expressions = readItems(alarm.inputs, ["metricQueries"]).map((query) =>
    readProperty(query, ["expression"]),
  );
  const isBand = expressions.some((it) => /\bANOMALY_DETECTION_BAND\(/.test(textOf(it) ?? ""));
  const isOpen = seen.undecided || expressions.some(({ state }) => state === "unknown");
  return { seen, state: isOpen ? "unknown" : isBand ? "band" : "line" };
}
