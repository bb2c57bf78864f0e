/** How bad an alert is, worst first. It decides who is told, and how loudly. */
export const alertSeverities = ["critical", "warning", "info"] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

/** What an alert is about. */
export const alertClasses = [
  "critical",
  "performance",
  "capacity",
  "business",
  "maintenance",
  "security",
] as const;
export type AlertClass = (typeof alertClasses)[number];

/** How much of a stack is watched: more alarms, dashboards and canaries with each level. */
export const monitoringLevels = ["basic", "standard", "enterprise"] as const;
export type MonitoringLevel = (typeof monitoringLevels)[number];

/**
 * Where an alarm and the topic it sends to live. AWS publishes metrics of Route 53 and of CloudFront in us-east-1 alone,
 * and an alarm reaches topics of its own region alone.
 */
export const alertRegions = ["home", "global"] as const;
export type AlertRegion = (typeof alertRegions)[number];

/** AWS region of what is global. */
export const globalRegion = "us-east-1";
