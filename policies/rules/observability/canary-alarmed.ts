import { z } from "zod";
import { judgeWatched } from "../../lib/observability/judge-watched";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

const metrics = {
  namespace: "CloudWatchSynthetics",
  names: ["SuccessPercent", "Failed"],
};

// Requirement: UPT-03, UPT-04, HDR-13
export const canaryAlarmed = defineRule({
  id: "canary-alarmed",
  title: "Every canary has an alarm",
  why: "A canary that fails and tells nobody finds certificates that ran out after the users do.",
  fix: "Declare the canary through groundwork:uptime.canary, or beside it an alarm on its SuccessPercent.",
  severity: "medium",
  topics: ["uptime", "alerts"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack.ofType(providerTypes.awsCanary).map((canary) => judgeWatched(stack, canary, metrics)),
});
