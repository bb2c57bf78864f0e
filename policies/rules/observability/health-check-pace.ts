import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** What Route 53 takes a missing one as. */
const defaults = { requestInterval: 30, failureThreshold: 3 };

// Requirement: UPT-05, UPT-03
export const healthCheckPace = defineRule({
  id: "health-check-pace",
  title: "Health checks find out soon, and not by one lost packet",
  why: "A check that takes minutes adds them to every outage; one that believes a single failure wakes people for nothing, until nobody comes.",
  fix: "Set requestInterval and failureThreshold so that their product is within the floor, and the threshold at least 2.",
  severity: "medium",
  topics: ["uptime"],
  references: monitoring,
  appliesTo: [providerTypes.awsHealthCheck],
  options: z.strictObject({
    maxSeconds: z.number().positive(),
    minFailures: z.number().int().positive(),
  }),
  check: (check, { options: { maxSeconds, minFailures } }) => {
    const type = readProperty(check.inputs, ["type"]);
    if (type.state === "unknown") return unknown({ property: "type" });
    if (!/^(HTTP|TCP)/.test(textOf(type) ?? "")) {
      return notApplicable("the health check sends no request of its own", check.urn);
    }
    const interval = settingOf(check, "requestInterval");
    const failures = settingOf(check, "failureThreshold");
    const seconds = Number(interval) * Number(failures);
    const evidence = {
      property: "failureThreshold",
      wanted: `${minFailures} failures at least, within ${maxSeconds} seconds`,
    };
    if (Number.isNaN(seconds)) return unknown(evidence);
    const found = `${failures} failures within ${seconds} seconds`;
    const holds = seconds <= maxSeconds && Number(failures) >= minFailures;
    return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});

/** Not a number while it is unknown. */
function settingOf({ inputs }: DeclaredResource, property: keyof typeof defaults): number {
  const reading: Reading = readProperty(inputs, [property]);
  return reading.state === "absent" ? defaults[property] : Number(textOf(reading) ?? Number.NaN);
}
