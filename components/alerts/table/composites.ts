import type { CompositeRow } from "./row";

// Requirement: ALRT-04, ALRT-09
/** One message where several alarms have one cause. */
export const compositeRows = [
  {
    id: "failing",
    class: "critical",
    severity: "critical",
    from: "standard",
    scope: "stack",
    any: ["high-error-rate", "database-errors", "worker-errors"],
    unless: [],
    what: "Requests fail, or the database or a worker logs errors",
    why: "a database that is down takes all services with it, and one call is enough",
  },
  {
    id: "unwell",
    class: "performance",
    severity: "warning",
    from: "standard",
    scope: "service",
    any: [
      "high-response-time",
      "slow-queries",
      "cpu-high",
      "memory-high",
      "connections-high",
      "database-connections-high",
      "cache-slow",
      "cache-data-high",
      "cache-throttled",
    ],
    unless: ["high-error-rate", "database-errors", "worker-errors"],
    what: "Slow or running full",
    why: "slowness and saturation come together, and mean nothing while the service fails anyway",
  },
  {
    id: "release-watch",
    class: "performance",
    severity: "info",
    from: "standard",
    scope: "stack",
    any: ["high-error-ratio", "high-response-time", "low-availability", "previews-failing"],
    unless: [],
    what: "A line for the first 24 hours of a release is crossed",
    why: "while the release is younger than 24 hours, roll back",
  },
] as const satisfies CompositeRow[];
