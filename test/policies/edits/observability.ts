import type { Edit } from "./edit";

export const observabilityEdits: readonly Edit[] = [
  {
    requirement: "LOG-01",
    at: ["logs", "retentionInDays"],
    to: 90,
    fails: ["log-retention-exact"],
  },
  { requirement: "LOG-03", at: ["hosting", "logDrain"], fails: ["log-drain-complete"] },
  {
    requirement: "LOG-06",
    at: ["alerts", "alarms", "privileged-acts"],
    to: { off: "the night job would be told of" },
    fails: ["security-events-watched"],
  },
  { requirement: "LOG-07", at: ["logs", "trail"], fails: ["audit-trail-on"] },
  { requirement: "ALRT-19", at: ["logs", "metricCopies"], fails: ["metrics-copied"] },
  {
    requirement: "HOST-13",
    at: ["uptime", "objectives", "web"],
    to: 99,
    fails: ["objective-declared"],
  },
  { requirement: "ALRT-10", at: ["alerts", "routes", "info"], fails: ["alert-topic-subscribed"] },
  {
    requirement: "ALRT-05",
    at: ["alerts", "alarms", "user-sessions-unusual"],
    to: { off: "users come when they come" },
    fails: ["anomaly-detection-on"],
  },
  {
    requirement: "ALRT-17",
    at: ["alerts", "alarms", "interaction-slow"],
    to: { off: "nobody looks at it" },
    fails: ["web-vitals-measured"],
  },
  {
    requirement: "ALRT-17",
    at: ["webVitals"],
    fails: ["web-vitals-measured"],
  },
  {
    requirement: "ENV-19",
    at: ["errorTracking", "events"],
    to: "drop",
    fails: ["error-tracking-once"],
  },
  { requirement: "UPT-04", at: ["uptime", "canary"], to: false, fails: ["canary-started"] },
  {
    requirement: "LOG-01",
    beside: "a log group that keeps lines for ever",
    fails: ["log-retention-exact"],
  },
  {
    requirement: "UPT-03",
    beside: "a public host that nobody checks",
    fails: ["public-host-checked"],
  },
  {
    requirement: "UPT-05",
    at: ["uptime", "defaults"],
    to: { failureThreshold: 4 },
    fails: ["health-check-pace"],
  },
];
