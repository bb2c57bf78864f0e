import { stringify } from "yaml";
import type { AlarmSpec } from "../core/alarm";
import type { Tier } from "../core/profile";
import { renderedStart } from "./header";
import type { RenderedFile } from "./service";

/** What rules are rendered for. */
export interface RulesTarget {
  product: string;
  stack: string;
  tier: Tier;
}

/** A rule as Prometheus reads it. */
export interface AlertingRule {
  alert: string;
  expr: string;
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

// Requirement: CONF-26, ALRT-01, ALRT-02, ALRT-03
/**
 * The alarms that Prometheus can see as well, as its rules: the same names, thresholds and windows. Nothing where no
 * service offers metrics to it.
 */
export function renderPrometheus(
  alarms: readonly AlarmSpec[],
  { product, stack, tier }: RulesTarget,
): RenderedFile[] {
  const rules = alarms.flatMap(rule);
  if (rules.length === 0) return [];
  const header = `${renderedStart}Pulumi.${stack}.yaml and the table of alarms. Change it there, then: npx groundwork render ${stack}`;
  const text = stringify({ groups: [{ name: product, rules }] }, { lineWidth: 0 });
  return [
    { file: tier === "prod" ? "alerts.yml" : `alerts.${tier}.yml`, text: `${header}\n\n${text}` },
  ];
}

/** `high-error-rate` is `HighErrorRate`, as Prometheus people write names. */
export function ruleName(row: string): string {
  return row.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

function rule(alarm: AlarmSpec): AlertingRule[] {
  const { prometheus, comparison, service } = alarm;
  if (!prometheus || comparison === "outside") return [];
  return [
    {
      alert: ruleName(alarm.row),
      expr: `${prometheus.query} ${comparison} ${prometheus.threshold}`,
      for: `${alarm.holds / 60}m`,
      labels: { severity: alarm.severity, class: alarm.class, ...(service && { service }) },
      annotations: {
        summary: alarm.description.split(":")[0] ?? alarm.row,
        description: alarm.description,
        runbook_url: alarm.runbook,
        owner: alarm.owner,
      },
    },
  ];
}
