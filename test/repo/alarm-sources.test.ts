import { beforeAll, describe, expect, it } from "vitest";
import { stacks } from "../config/support";
import type { Registered } from "../support/mocks";
import { type MockedStacks, mockedStacks } from "./support/mocked-stacks";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const filterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

let declared: MockedStacks;
beforeAll(async () => void (declared = await mockedStacks()), 60_000);

interface Metric {
  namespace?: string;
  metricName?: string;
}

/** The metrics that an alarm reads, of its own or in its queries. */
function metricsOf({ inputs }: Registered): string[] {
  const queries = (inputs.metricQueries ?? []) as { metric?: Metric }[];
  const read = [inputs as Metric, ...queries.map(({ metric }) => metric ?? {})];
  return read
    .filter(({ metricName }) => metricName !== undefined)
    .map(({ namespace, metricName }) => `${namespace} ${metricName}`);
}

function publishedBy(resources: readonly Registered[]): Set<string> {
  const filters = resources.filter(({ type }) => type === filterType);
  const metrics = filters.map(
    ({ inputs }) => inputs.metricTransformation as Record<string, string>,
  );
  return new Set(metrics.map(({ namespace, name }) => `${namespace} ${name}`));
}

// Requirement: ALRT-22
describe("an alarm on a metric of our own", () => {
  it.each(stacks)("of %s reads what a log metric filter of the stack publishes", (stack) => {
    const published = publishedBy(declared[stack]);
    const alarms = declared[stack].filter(({ type }) => type === alarmType);
    const read = alarms
      .flatMap(metricsOf)
      .filter((metric) => metric.startsWith("velocity-platform/"));
    expect(read.filter((metric) => !published.has(metric))).toEqual([]);
    expect(read).not.toEqual([]);
  });

  it.each([
    ["dev", 12],
    ["staging", 25],
    ["prod", 25],
  ] as const)("needs few filters: at most those of %s are %i", (stack, most) => {
    expect(publishedBy(declared[stack]).size).toBeLessThanOrEqual(most);
  });
});
