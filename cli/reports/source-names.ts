/** What a report of a stack can be made from by name: the program alone, a preview by the engine, what is deployed. */
export const reportSources = ["check", "preview", "state"] as const;
export type ReportSource = (typeof reportSources)[number];
