import type { AlarmRow } from "./row";

// Requirement: ALRT-01, ALRT-12, CONF-11
/** Users cannot work. */
export const criticalRows = [
  {
    id: "high-error-rate",
    class: "critical",
    severity: "critical",
    from: "basic",
    of: ["hosting", "container", "edge-functions"],
    source: {
      kind: "math",
      expression: "errors / PERIOD(errors)",
      metrics: { errors: { name: "Errors5xx", statistic: "Sum" } },
    },
    comparison: ">",
    threshold: 0.1,
    unit: "5xx answers a second",
    window: 300,
    holds: 300,
    missing: "notBreaching",
    missingWhy: "without requests there are no errors; silence has an alarm of its own",
    what: "Requests fail",
    why: "the steady-state line for outages; the ratio is for the first day of a release",
    prometheus: {
      metric: "http_requests_total",
      query: 'sum(rate(http_requests_total{$app,status=~"5.."}[$window]))',
    },
  },
  {
    id: "database-errors",
    class: "critical",
    severity: "critical",
    from: "standard",
    of: ["database"],
    source: {
      kind: "math",
      expression: "errors / PERIOD(errors)",
      metrics: { errors: { name: "LogErrors", statistic: "Sum" } },
    },
    comparison: ">",
    threshold: 0.1,
    unit: "errors a second",
    window: 300,
    holds: 300,
    missing: "notBreaching",
    missingWhy: "a database without errors logs none",
    what: "The database logs errors",
    why: "the same line as for requests, which it answers none of itself",
  },
] as const satisfies AlarmRow[];
