import { z } from "zod";
import { judgeProperty } from "../../lib/observability/judge-property";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: UPT-03
export const canaryStarted = defineRule({
  id: "canary-started",
  title: "Canaries run",
  why: "AWS makes a canary stopped; until somebody starts it, it finds nothing.",
  fix: "Set startCanary to true.",
  severity: "medium",
  topics: ["uptime"],
  references: monitoring,
  appliesTo: [providerTypes.awsCanary],
  options: z.strictObject({}),
  check: (canary) =>
    judgeProperty(canary, {
      property: "startCanary",
      wanted: true,
      absent: false,
      holds: (found) => found === true,
    }),
});
