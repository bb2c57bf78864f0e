import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { judgeProperty } from "../../lib/judge-property";
import { monitoring } from "../../lib/observability/references";
import { defineRule, fail } from "../../rule";

// Requirement: CONF-01, ALRT-06, ALRT-07
export const errorTrackingOnce = defineRule({
  id: "error-tracking-once",
  title: "Errors go to exactly one place, where the tier wants them sent",
  why: "With none, users are the error tracking; with two, each holds half of an outage.",
  fix: "Declare one ErrorTracking component, and leave groundwork:errorTracking.events out.",
  severity: "medium",
  topics: ["errors"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({ events: z.array(z.string()) }),
  check: (stack, { options: { events } }) => {
    const trackers = stack.ofType(tokens.errorTracking);
    if (trackers.length !== 1) {
      const found = trackers.length;
      const message = `found ${found} places that errors go to, wanted 1`;
      return fail({ urn: trackers[1]?.urn ?? stack.urn, found, wanted: 1, message });
    }
    return trackers.map((tracker) =>
      judgeProperty(tracker, {
        property: "events",
        input: "events",
        wanted: events.join(" or "),
        holds: (found) => events.some((one) => one === found),
      }),
    );
  },
});
