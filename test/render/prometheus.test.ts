import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { watchOf } from "../../components/alerts/alarms";
import { parseSettings } from "../../config/parse";
import type { AlarmSpec } from "../../core/alarm";
import type { Tier } from "../../core/profile";
import { isRendered } from "../../render/header";
import { type AlertingRule, renderPrometheus, ruleName } from "../../render/prometheus";
import { sectionsOf, stacks } from "../config/support";
import { full } from "../components/alerts/args";

interface Groups {
  groups: { name: string; rules: AlertingRule[] }[];
}

function exampleOf(stack: Tier) {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { alerts } = parsed.settings;
  const { alarms } = watchOf(alerts);
  const [file] = renderPrometheus(alarms, { product: alerts.product, stack, tier: stack });
  if (!file) throw new Error("nothing rendered");
  return { ...file, alarms, groups: (parse(file.text) as Groups).groups };
}

/** What a rule says, read from its text alone. */
function readBack({ alert, expr, for: holds, labels }: AlertingRule) {
  const [, comparison, threshold] = /\s(>=|<=|>|<) ([\d.]+)$/.exec(expr) ?? [];
  const windows = [...expr.matchAll(/\[(\d+)m\]/g)].map(([, minutes]) => Number(minutes) * 60);
  return {
    alert,
    comparison,
    threshold: Number(threshold),
    windows: [...new Set(windows)],
    holds: Number(/^(\d+)m$/.exec(holds)?.[1]) * 60,
    severity: labels.severity,
    service: labels.service,
  };
}

/** The same of the alarm that it came from; CloudWatch counts answers in milliseconds, Prometheus in seconds. */
function wanted(alarm: AlarmSpec) {
  const inSeconds = alarm.row === "high-response-time" ? 1000 : 1;
  return {
    alert: ruleName(alarm.row),
    comparison: alarm.comparison,
    threshold: alarm.threshold! / inSeconds,
    // What is a gauge has no window.
    windows: alarm.row === "preview-container-pool-exhausted" ? [] : [alarm.window],
    holds: alarm.holds,
    severity: alarm.severity,
    service: alarm.service,
  };
}

// Requirement: CONF-26, ALRT-01, ALRT-02, ALRT-03
describe("rules for Prometheus", () => {
  it.each([
    ["dev", "alerts.dev.yml"],
    ["staging", "alerts.staging.yml"],
    ["prod", "alerts.yml"],
  ] as const)("of %s are %s, in one group named after the product", (stack, file) => {
    const example = exampleOf(stack);
    expect(example.file).toBe(file);
    expect(example.groups.map(({ name }) => name)).toEqual(["velocity-platform"]);
    expect(isRendered(example.text)).toBe(true);
  });

  it.each(stacks)("of %s say the same as the alarms they came from", (stack) => {
    const { alarms, groups } = exampleOf(stack);
    const both = alarms.filter(({ prometheus }) => prometheus);
    expect(both.length).toBeGreaterThan(0);
    expect(groups[0]?.rules.map(readBack)).toEqual(both.map(wanted));
  });

  it("are written in PromQL that counts over all series and time", () => {
    const exprs = exampleOf("prod").groups[0]?.rules.map(({ alert, expr }) => [alert, expr]);
    expect(exprs).toEqual([
      [
        "HighErrorRate",
        'sum(rate(http_requests_total{app="velocity-orchestrator",status=~"5.."}[5m])) > 0.1',
      ],
      [
        "HighResponseTime",
        'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{app="velocity-orchestrator"}[5m]))) > 2',
      ],
      [
        "HighErrorRatio",
        '100 * sum(rate(http_requests_total{app="velocity-orchestrator",status=~"5.."}[5m])) / sum(rate(http_requests_total{app="velocity-orchestrator"}[5m])) > 1',
      ],
      [
        "PreviewContainerPoolExhausted",
        'sum(active_preview_sessions{app="velocity-orchestrator"}) >= 20',
      ],
    ]);
  });

  it.each(stacks)("of %s close every bracket and quote", (stack) => {
    for (const { expr } of exampleOf(stack).groups[0]?.rules ?? []) {
      const bare = expr.replaceAll(/"[^"]*"/g, "");
      expect(bare).not.toContain('"');
      expect(unclosed(bare)).toEqual([]);
    }
  });

  it("carry severity, class and service as labels, and runbook and owner as annotations", () => {
    const [rule] = exampleOf("prod").groups[0]?.rules ?? [];
    expect(rule?.labels).toEqual({
      severity: "critical",
      class: "critical",
      service: "orchestrator",
    });
    expect(rule?.annotations).toMatchObject({
      summary: "Requests fail",
      runbook_url: expect.stringMatching(/runbooks\/critical\.md#high-error-rate$/) as string,
      owner: "platform-team",
    });
  });

  it("follow another threshold of the stack file, in the unit of Prometheus", () => {
    const alarms = { "hub-high-response-time": { threshold: 1500 } };
    const [file] = renderPrometheus(watchOf({ ...full, alarms }).alarms, {
      product: "shop",
      stack: "prod",
      tier: "prod",
    });
    const rules = (parse(file?.text ?? "") as Groups).groups[0]?.rules ?? [];
    expect(rules.find(({ alert }) => alert === "HighResponseTime")?.expr).toMatch(/ > 1\.5$/);
  });

  it("are none where Prometheus collects from no service", () => {
    const { alarms } = watchOf({ ...full, services: { web: { kind: "hosting" } } });
    expect(renderPrometheus(alarms, { product: "shop", stack: "prod", tier: "prod" })).toEqual([]);
  });
});

/** Brackets that are open at the end, or closed without being open. */
function unclosed(text: string): string[] {
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  const open: string[] = [];
  for (const letter of text) {
    if ("([{".includes(letter)) open.push(letter);
    else if (letter in pairs && open.pop() !== pairs[letter]) return [letter];
  }
  return open;
}
