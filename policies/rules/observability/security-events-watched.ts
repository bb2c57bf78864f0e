import { z } from "zod";
import { metricsOf } from "../../lib/observability/alarms";
import { judgeCoverage } from "../../lib/observability/coverage";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: LOG-06, ALRT-18
export const securityEventsWatched = defineRule({
  id: "security-events-watched",
  title: "Security events in the logs have alarms",
  why: "Guessed passwords and tried doors stand in logs that nobody reads until after the break-in.",
  fix: "Raise groundwork:alerts.level, or turn on again what groundwork:alerts.alarms turns off.",
  severity: "high",
  topics: ["alerts", "logs", "security"],
  references: [...monitoring, { standard: "OWASP Top 10:2021", clause: "A09" }],
  appliesTo: "stack",
  options: z.strictObject({ events: z.array(z.string()) }),
  check: (stack, { options: { events } }) => {
    const alarms = stack.ofType(providerTypes.awsMetricAlarm).map(metricsOf);
    return judgeCoverage({
      urn: stack.urn,
      wanted: events,
      covered: new Set(alarms.flatMap(({ metrics }) => metrics.map(({ name }) => name))),
      undecided: alarms.some(({ undecided }) => undecided),
      what: "alarm on",
      input: "level",
    });
  },
});
