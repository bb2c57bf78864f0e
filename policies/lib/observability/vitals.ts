import { awsMetrics } from "../../../core/aws-metrics";
import type { DeclaredResource } from "../../../core/resource";
import { type Value, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { readItems } from "../lists";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";

const namespace = "AWS/RUM";
/** Core Web Vitals, as RUM calls them. */
const vitals = Object.keys(awsMetrics[namespace]);

/** Which vitals of an app monitor have an alarm. */
export interface WatchedVitals {
  /** Metric to the name of an alarm on it; undefined where there is none. */
  seen: ReadonlyMap<string, string | undefined>;
  /** True when some alarm's metric or monitor is not known yet. */
  undecided: boolean;
}

/** Alarms name the app monitor in a dimension, since its name is one of the program's own. */
export function watchedVitals(stack: StackView, monitor: string | undefined): WatchedVitals {
  const looks = stack.ofType(providerTypes.awsMetricAlarm).flatMap(looksOf);
  const at = (metric: string) =>
    looks.find((look) => look.name === metric && look.monitor === monitor)?.alarm;
  return {
    seen: new Map(vitals.map((metric) => [metric, monitor === undefined ? undefined : at(metric)])),
    undecided: looks.some(({ name, monitor: of }) => name === undefined || of === undefined),
  };
}

interface Look {
  alarm: string;
  name: string | undefined;
  monitor: string | undefined;
}

/** What an alarm looks at in RUM's namespace, or may. */
function looksOf(alarm: DeclaredResource): Look[] {
  const queries = readItems(alarm.inputs, ["metricQueries"]);
  const roots: Value[] = [
    alarm.inputs,
    ...queries.flatMap((query) => {
      const metric = readProperty(query, ["metric"]);
      return metric.state === "known" ? [metric.value] : [];
    }),
  ];
  return roots
    .filter((root) => textOf(readProperty(root, ["namespace"])) === namespace)
    .map((root) => ({
      alarm: alarm.name,
      name: textOf(readProperty(root, ["metricName"])),
      monitor: textOf(readProperty(root, ["dimensions", "application_name"])),
    }));
}
