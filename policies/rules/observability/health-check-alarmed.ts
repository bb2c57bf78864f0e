import { z } from "zod";
import { judgeWatched } from "../../lib/observability/judge-watched";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

const metrics = {
  namespace: "AWS/Route53",
  names: ["HealthCheckStatus", "HealthCheckPercentageHealthy"],
};

// Requirement: ALRT-12, UPT-03
export const healthCheckAlarmed = defineRule({
  id: "health-check-alarmed",
  title: "Every health check has an alarm",
  why: "A health check by itself only turns red in a console.",
  fix: "Declare the check under groundwork:uptime.checks, or beside it an alarm on its HealthCheckStatus.",
  severity: "high",
  topics: ["uptime", "alerts"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack.ofType(providerTypes.awsHealthCheck).map((check) => judgeWatched(stack, check, metrics)),
});
