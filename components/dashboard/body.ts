import { awsLimits } from "../../catalogue/limits/aws";
import { globalRegion } from "../../core/alerts";
import type { awsMetrics } from "../../core/aws-metrics";
import { type LogMetricName, metricNamespace, usedMetrics } from "../../core/log-metrics";
import type { DashboardSettings } from "./args";

/** What only AWS knows, once it is there. */
export interface DashboardFacts {
  /** Region that the metrics of the services are in. */
  region: string;
  alarmArns: readonly string[];
  /** Ids of health checks by name. */
  healthChecks: Readonly<Record<string, string>>;
}

/** One widget on a grid of 24 columns. */
export interface Widget {
  type: "text" | "alarm" | "metric";
  x: number;
  y: number;
  width: number;
  height: number;
  properties: Record<string, unknown>;
}

const columns = 24;
/** AWS shows no more in one widget. */
const { value: mostAlarms } = awsLimits.dashboardAlarms;

/** Which metrics stand together, and how their values become one. */
export const groups: readonly { title: string; stat: string; metrics: readonly LogMetricName[] }[] =
  [
    { title: "Requests and errors", stat: "Sum", metrics: ["Requests", "Errors5xx", "LogErrors"] },
    { title: "Time to answer, p95", stat: "p95", metrics: ["Duration", "QueryDuration"] },
    {
      title: "How full",
      stat: "Maximum",
      metrics: [
        "CpuPercent",
        "MemoryPercent",
        "OpenConnections",
        "DatabaseConnections",
        "ActivePreviewSessions",
      ],
    },
    {
      title: "Use",
      stat: "Sum",
      metrics: ["UserSessions", "ProjectCreations", "PreviewStarts", "PreviewFailures"],
    },
    {
      title: "Security",
      stat: "Sum",
      metrics: ["SignInFailures", "AccessDenied", "PrivilegedActs"],
    },
  ];

const cacheCharts: readonly {
  title: string;
  stat: string;
  metrics: readonly (keyof (typeof awsMetrics)["AWS/ElastiCache"])[];
}[] = [
  { title: "Data in the cache, bytes", stat: "Maximum", metrics: ["BytesUsedForCache"] },
  { title: "Turned away and dropped", stat: "Sum", metrics: ["ThrottledCmds", "Evictions"] },
  { title: "Time to read, µs", stat: "Average", metrics: ["SuccessfulReadRequestLatency"] },
];

// Requirement: ALRT-16
/** The dashboard as CloudWatch takes it: alarms first, then what is seen from outside, then a row for each service. */
export function dashboardBody(
  settings: DashboardSettings,
  facts: DashboardFacts,
): {
  widgets: Widget[];
} {
  const rows = [
    heading(`# ${settings.product}, ${settings.tier}\nOwner: ${settings.owner}`, 2),
    ...alarmRows(facts),
    ...healthRows(facts),
    ...Object.keys(settings.services).flatMap((service) => serviceRows(settings, facts, service)),
  ];
  return { widgets: stacked(rows) };
}

/** Widgets side by side, of one height. */
interface Row {
  height: number;
  widgets: Pick<Widget, "type" | "properties">[];
}

function heading(markdown: string, height: number): Row {
  return { height, widgets: [{ type: "text", properties: { markdown } }] };
}

function alarmRows({ alarmArns }: DashboardFacts): Row[] {
  if (alarmArns.length === 0) return [];
  const properties = { title: "Alarms", alarms: alarmArns.slice(0, mostAlarms) };
  return [{ height: 5, widgets: [{ type: "alarm", properties }] }];
}

/** Route 53 publishes in one region alone. */
function healthRows({ healthChecks }: DashboardFacts): Row[] {
  const checks = Object.entries(healthChecks);
  if (checks.length === 0) return [];
  const chart = (title: string, metric: string, stat: string) => ({
    type: "metric" as const,
    properties: {
      title,
      region: globalRegion,
      view: "timeSeries",
      period: 60,
      stat,
      metrics: checks.map(([label, id]) => ["AWS/Route53", metric, "HealthCheckId", id, { label }]),
    },
  });
  const widgets = [
    chart("Healthy from outside", "HealthCheckStatus", "Minimum"),
    chart("Places that find it healthy, percent", "HealthCheckPercentageHealthy", "Average"),
  ];
  return [{ height: 6, widgets }];
}

function serviceRows(
  settings: DashboardSettings,
  { region }: DashboardFacts,
  service: string,
): Row[] {
  const { product, tier, level, services } = settings;
  const namespace = metricNamespace(product, tier, service);
  const published = new Set(usedMetrics(services[service]!.kind, level));
  const widgets = groups.flatMap(({ title, stat, metrics }) => {
    const shown = metrics.filter((metric) => published.has(metric));
    if (shown.length === 0) return [];
    const series = shown.map((metric) => [namespace, metric]);
    const properties = { title, region, view: "timeSeries", period: 300, stat, metrics: series };
    return [{ type: "metric" as const, properties }];
  });
  const all = [...widgets, ...cacheWidgets(services[service]!.cache?.name, region)];
  return [heading(`## ${service}`, 1), ...(all.length > 0 ? [{ height: 6, widgets: all }] : [])];
}

/** Of a cache that AWS runs, by the metrics that AWS publishes itself. */
function cacheWidgets(name: string | undefined, region: string): Row["widgets"] {
  if (name === undefined) return [];
  return cacheCharts.map(({ title, stat, metrics }) => ({
    type: "metric",
    properties: {
      ...{ title, region, view: "timeSeries", period: 300, stat },
      metrics: metrics.map((metric) => ["AWS/ElastiCache", metric, "clusterId", name]),
    },
  }));
}

/** Places rows one below the other, the widgets of a row side by side. */
function stacked(rows: readonly Row[]): Widget[] {
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, { height }) => sum + height, 0));
  return rows.flatMap(({ height, widgets }, at) => {
    const width = Math.floor(columns / widgets.length);
    return widgets.map(({ type, properties }, i): Widget => ({
      type,
      x: i * width,
      y: tops[at] ?? 0,
      width,
      height,
      properties,
    }));
  });
}
