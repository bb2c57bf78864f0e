import type { AlarmRow } from "./row";

/** What all of them share: the usual course of an hour of the week, learnt over the weeks before. */
const unusual = {
  class: "business",
  severity: "info",
  from: "enterprise",
  comparison: "outside",
  unit: "standard deviations from what is usual at this hour of the week",
  window: 3600,
  holds: 3600,
  missing: "notBreaching",
  missingWhy: "silence has an alarm of its own",
} as const;

const anomalyOf = <Name extends string>(name: Name) =>
  ({ kind: "anomaly", name, statistic: "Sum", width: 3 }) as const;

// Requirement: ALRT-05, ALRT-18
/** Usage is unlike last week's, for better or worse. */
export const businessRows = [
  {
    ...unusual,
    id: "user-sessions-unusual",
    of: ["hosting"],
    source: anomalyOf("UserSessions"),
    what: "More or fewer users than usual",
    why: "a release may have locked users out without an error",
  },
  {
    ...unusual,
    id: "project-creations-unusual",
    of: ["hosting"],
    source: anomalyOf("ProjectCreations"),
    what: "More or fewer new projects than usual",
    why: "the step that new users fail at first",
  },
  {
    ...unusual,
    id: "preview-starts-unusual",
    of: ["container"],
    previewsOnly: true,
    source: anomalyOf("PreviewStarts"),
    what: "More or fewer previews than usual",
    why: "previews cost money while they run",
  },
  {
    ...unusual,
    id: "traffic-unusual",
    of: ["hosting"],
    source: anomalyOf("Requests"),
    what: "More or fewer requests than usual",
    why: "throughput shows attacks and lost customers before errors do",
  },
] as const satisfies AlarmRow[];
