import { goodVitals } from "../../../catalogue/web-vitals";
import type { WatchedServiceArgs } from "../args";
import type { AlarmRow, RowSource } from "./row";

/** What all of them share: three of four visits of an hour, of pages whose browsers are asked. */
const felt = {
  class: "performance",
  severity: "info",
  from: "basic",
  of: ["hosting"],
  comparison: ">",
  window: 3600,
  holds: 7200,
  missing: "notBreaching",
  missingWhy: "nobody opened a page, or sent what it measured",
} as const;

type VitalName = Extract<RowSource, { kind: "aws"; namespace: "AWS/RUM" }>["name"];

const vitalOf = (name: VitalName) =>
  ({
    kind: "aws",
    namespace: "AWS/RUM",
    name,
    statistic: "p75",
    dimensions: { application_name: "$monitor" },
  }) as const;

/** Where nobody asks browsers there is no limit. */
const whereAsked =
  (limit: number) =>
  ({ appMonitor }: WatchedServiceArgs) =>
    appMonitor === undefined ? undefined : limit;

// Requirement: ALRT-17
/** How pages feel to those who visit them, as their browsers measure it. Limits: https://web.dev/articles/vitals */
export const vitalsRows = [
  {
    ...felt,
    id: "largest-contentful-paint-slow",
    source: vitalOf("WebVitalsLargestContentfulPaint"),
    threshold: whereAsked(goodVitals.lcp),
    unit: "ms until the largest part of a page is there, for the slowest quarter",
    what: "Pages appear late",
    why: "LCP is good up to 2.5 seconds at the 75th percentile (web.dev)",
  },
  {
    ...felt,
    id: "interaction-slow",
    source: vitalOf("WebVitalsInteractionToNextPaint"),
    threshold: whereAsked(goodVitals.inp),
    unit: "ms until a page answers a click or a key, for the slowest quarter",
    what: "Pages answer late to clicks and keys",
    why: "INP is good up to 200 ms at the 75th percentile (web.dev)",
  },
  {
    ...felt,
    id: "layout-shifting",
    source: vitalOf("WebVitalsCumulativeLayoutShift"),
    threshold: whereAsked(goodVitals.cls),
    unit: "of layout shift, for the worst quarter",
    what: "Pages jump while they load",
    why: "CLS is good up to 0.1 at the 75th percentile (web.dev)",
  },
] as const satisfies AlarmRow[];
