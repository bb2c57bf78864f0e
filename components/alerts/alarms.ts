import type { AlarmSource, AlarmSpec, CompositeSpec, MetricSource } from "../../core/alarm";
import { type MonitoringLevel, monitoringLevels } from "../../core/alerts";
import { metricNamespace } from "../../core/log-metrics";
import type { AlarmOverrideArgs, AlertsSettings, WatchedServiceArgs } from "./args";
import { topicName } from "./spec";
import { alarmRows, composites } from "./table";
import type { AlarmRow, CompositeRow, LogSource } from "./table/row";
import { alarmText, compositeText, runbookOf } from "./text";

/** Everything that watches a stack. */
export interface Watch {
  alarms: AlarmSpec[];
  composites: CompositeSpec[];
}

/** A row of the table for one service, or for the stack. */
interface Case {
  row: AlarmRow;
  key: string;
  service?: string;
  limits?: WatchedServiceArgs;
}

// Requirement: ALRT-09, ALRT-12, ALRT-13, ALRT-22, CONF-13
/** The table, applied to the services of a stack at its level of monitoring, with what the stack file says otherwise. */
export function watchOf(args: AlertsSettings): Watch {
  const cases = casesOf(args).filter(
    ({ row, key }) => overrideOf(args, row.id, key).off === undefined,
  );
  const alarms = cases.flatMap((it) => alarmOf(args, it));
  const made = compositesOf(args, alarms);
  const told = (alarm: AlarmSpec) =>
    made.some(({ any, severity }) => any.includes(alarm.key) && severity === alarm.severity);
  return { alarms: alarms.map((alarm) => ({ ...alarm, acts: !told(alarm) })), composites: made };
}

/** Keys that an override may have: those of alarms, and of rows for all services together. */
export function alarmKeys(args: AlertsSettings): string[] {
  const keys = casesOf(args).flatMap(({ key, row }) => [row.id, key]);
  return [...new Set(keys)].sort();
}

function casesOf({ level, services }: AlertsSettings): Case[] {
  const rows = alarmRows.filter(({ from }) => isAt(level, from));
  return rows.flatMap((row): Case[] => {
    if (row.of === "stack") return [{ row, key: row.id }];
    const kinds = row.of;
    return Object.entries(services)
      .filter(([, { kind }]) => kinds.includes(kind))
      .filter(([, { previewPoolSize }]) => !row.previewsOnly || previewPoolSize !== undefined)
      .map(([service, limits]) => ({ row, key: `${service}-${row.id}`, service, limits }));
  });
}

function alarmOf(args: AlertsSettings, { row, key, service, limits }: Case): AlarmSpec[] {
  const override = overrideOf(args, row.id, key);
  const byTable = typeof row.threshold === "function" ? row.threshold(limits!) : row.threshold;
  const threshold = override.threshold ?? byTable;
  // A limit that nobody declared cannot be reached.
  if (threshold === undefined && row.comparison !== "outside") return [];
  const holds = typeof row.holds === "function" ? row.holds(limits!) : row.holds;
  const spec = {
    key,
    row: row.id,
    name: nameOf(args, key),
    ...(service !== undefined && { service }),
    class: row.class,
    severity: override.severity ?? row.severity,
    source: sourceOf(args, row, { service, limits }),
    comparison: row.comparison,
    ...(threshold !== undefined && { threshold }),
    window: row.window,
    holds,
    missing: row.missing,
    runbook: runbookOf(args, row),
    owner: args.owner,
    acts: true,
  } satisfies Omit<AlarmSpec, "description">;
  return [{ ...spec, ...prometheusOf(row, limits, threshold), description: alarmText(row, spec) }];
}

function sourceOf(
  args: AlertsSettings,
  row: AlarmRow,
  { service = "", limits }: Pick<Case, "service" | "limits">,
): AlarmSource {
  const { source } = row;
  const namespace = metricNamespace(args.product, args.tier, service);
  const metricOf = ({ name, statistic }: LogSource): MetricSource => ({
    namespace,
    name,
    statistic,
  });
  switch (source.kind) {
    case "metric":
      return { kind: "metric", metric: metricOf(source) };
    case "anomaly":
      return { kind: "anomaly", metric: metricOf(source), width: source.width };
    case "math": {
      const metrics = Object.entries(source.metrics).map(([id, it]) => [id, metricOf(it)] as const);
      return { kind: "math", expression: source.expression, metrics: Object.fromEntries(metrics) };
    }
    case "aws": {
      const { name, statistic, dimensions } = source;
      const topic = topicName(args, "critical");
      const filled = Object.entries(dimensions).map(([key, value]) => [
        key,
        value
          .replace("$topic", topic)
          .replace("$cache", limits?.cache?.name ?? "")
          .replace("$monitor", limits?.appMonitor ?? ""),
      ]);
      return {
        kind: "metric",
        metric: {
          namespace: source.namespace,
          name,
          statistic,
          dimensions: Object.fromEntries(filled) as Record<string, string>,
        },
      };
    }
  }
}

/** Only of what Prometheus collects, which a service's name there tells. */
function prometheusOf(
  { prometheus, window }: AlarmRow,
  limits?: WatchedServiceArgs,
  threshold = 0,
) {
  if (!prometheus || limits?.app === undefined) return {};
  const { query, perUnit = 1 } = prometheus;
  const filled = query
    .replaceAll("{$app", `{app="${limits.app}"`)
    .replaceAll("$window", `${window / 60}m`);
  return { prometheus: { query: filled, threshold: threshold / perUnit } };
}

function compositesOf(args: AlertsSettings, alarms: readonly AlarmSpec[]): CompositeSpec[] {
  const rows = composites.filter(({ from }) => isAt(args.level, from));
  return rows.flatMap((row) => {
    const scopes = row.scope === "stack" ? [undefined] : Object.keys(args.services);
    return scopes.flatMap((service) => compositeOf(args, row, alarms, service));
  });
}

/** Nothing where none of its alarms is there. */
function compositeOf(
  args: AlertsSettings,
  row: CompositeRow,
  alarms: readonly AlarmSpec[],
  service: string | undefined,
): CompositeSpec[] {
  const keysOf = (rows: readonly string[]) =>
    alarms
      .filter((alarm) => rows.includes(alarm.row))
      .filter((alarm) => service === undefined || alarm.service === service)
      .map(({ key }) => key);
  const any = keysOf(row.any);
  if (any.length === 0) return [];
  const key = service === undefined ? row.id : `${service}-${row.id}`;
  const unless = keysOf(row.unless);
  return [
    {
      key,
      row: row.id,
      name: nameOf(args, key),
      ...(service !== undefined && { service }),
      class: row.class,
      severity: row.severity,
      any,
      unless,
      runbook: runbookOf(args, row),
      owner: args.owner,
      description: compositeText(args, row),
    },
  ];
}

function overrideOf({ alarms = {} }: AlertsSettings, row: string, key: string): AlarmOverrideArgs {
  return { ...alarms[row], ...alarms[key] };
}

function nameOf({ product, tier }: AlertsSettings, key: string): string {
  return `${product}-${tier}-${key}`;
}

function isAt(level: MonitoringLevel, from: MonitoringLevel): boolean {
  return monitoringLevels.indexOf(from) <= monitoringLevels.indexOf(level);
}
