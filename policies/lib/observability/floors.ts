import type { Floor } from "../floor";

/** What each tier must at least watch, and keep. */
export const observabilityFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "alarm-timely": {
    // What is critical is known within ten minutes; dev has nobody who waits for it.
    maxCriticalSeconds: { tighter: "lower", tiers: { dev: 900, staging: 600, prod: 600 } },
  },
  "alert-classes-covered": {
    // Dev is watched for outages; business, and who misuses it, where users are.
    classes: {
      tighter: "more",
      tiers: {
        dev: ["critical"],
        staging: ["capacity", "critical", "maintenance", "performance", "security"],
        prod: ["business", "capacity", "critical", "maintenance", "performance", "security"],
      },
    },
  },
  "anomaly-detection-on": {
    // What the product counts as its use.
    metrics: {
      tighter: "more",
      tiers: { dev: [], staging: [], prod: ["PreviewStarts", "ProjectCreations", "UserSessions"] },
    },
  },
  "audit-trail-on": {
    // One trail records the whole account, whichever stack declares it.
    trails: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "canary-started": {
    // Whether users can sign in and begin is asked where users are.
    canaries: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "error-tracking-once": {
    events: {
      tighter: "fewer",
      tiers: { dev: ["drop", "send"], staging: ["send"], prod: ["send"] },
    },
  },
  "health-check-pace": {
    // Down for a minute, and DNS goes to the standby; a host on which nothing is promised may take half a minute more.
    maxSeconds: { tighter: "lower", tiers: { dev: 90, staging: 60, prod: 60 } },
    minFailures: { tighter: "higher", tiers: { dev: 2, staging: 2, prod: 2 } },
  },
  "log-drain-complete": {
    // What runs, what is passed on and what is turned away. Files are many lines and say little.
    sources: {
      tighter: "more",
      tiers: { dev: [], staging: [], prod: ["edge", "external", "firewall", "lambda"] },
    },
    minSamplingRate: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "log-group-encrypted": {
    // In prod all of them; elsewhere what is kept as long as there.
    fromDays: { tighter: "lower", tiers: { dev: 365, staging: 365, prod: 1 } },
  },
  "log-retention-exact": {
    days: { tighter: "higher", tiers: { dev: 7, staging: 30, prod: 365 } },
  },
  "metrics-copied": {
    // Each value that is copied is billed: only what happened to users is worth it.
    streams: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "objective-declared": {
    // 99.9 is what users are promised.
    minPercent: { tighter: "higher", tiers: { dev: 90, staging: 99, prod: 99.9 } },
  },
  "security-events-watched": {
    events: {
      tighter: "more",
      tiers: {
        dev: [],
        staging: ["SignInFailures"],
        prod: ["AccessDenied", "PrivilegedActs", "SignInFailures"],
      },
    },
  },
  "web-vitals-measured": {
    // Where visitors are.
    monitors: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
};
