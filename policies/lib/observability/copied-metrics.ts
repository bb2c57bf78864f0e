import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { readItems } from "../lists";
import { readText } from "../text";

interface Metric {
  namespace: string;
  name: string;
  /** Where it is looked at: that of the alarm, empty for the stack's own. */
  region: string;
}

/** What metric streams hand on. */
export interface CopiedMetrics {
  has: (metric: Metric) => boolean;
  /** True when something that a stream hands on is not known yet. */
  undecided: boolean;
}

interface Filter {
  namespace: string | undefined;
  /** Empty: all of the namespace. */
  names: readonly (string | undefined)[];
}

/** A stream hands on what its own region has: all of it without a filter. */
export function copiedMetrics(streams: readonly DeclaredResource[]): CopiedMetrics {
  const read = streams.map(handedOn);
  return {
    has: (metric) =>
      read.some(
        ({ region, included, excluded }) =>
          region === metric.region &&
          (included === undefined || included.some((one) => fits(one, metric))) &&
          !excluded.some((one) => fits(one, metric)),
      ),
    undecided: read.some(({ undecided }) => undecided),
  };
}

/** Empty for the stack's own, which nothing has to name. */
export const regionOf = ({ inputs }: DeclaredResource): string =>
  readText(inputs, ["region"]) ?? "";

function handedOn(stream: DeclaredResource) {
  const { inputs } = stream;
  const [included, excluded] = ["includeFilters", "excludeFilters"].map((key) => ({
    reading: readProperty(inputs, [key]),
    filters: readItems(inputs, [key]).map((item) => {
      const names = readProperty(item, ["metricNames"]);
      return {
        namespace: readText(item, ["namespace"]),
        names: readItems(item, ["metricNames"]).map((name) =>
          typeof name === "string" ? name : undefined,
        ),
        open: names.state === "unknown",
      };
    }),
  }));
  const all = [included!, excluded!];
  return {
    region: regionOf(stream),
    included: included!.reading.state === "absent" ? undefined : included!.filters,
    excluded: excluded!.filters,
    undecided: all.some(
      ({ reading, filters }) =>
        reading.state === "unknown" ||
        filters.some(
          ({ namespace, names, open }) =>
            open || namespace === undefined || names.includes(undefined),
        ),
    ),
  };
}

const fits = ({ namespace, names }: Filter, metric: Metric): boolean =>
  namespace === metric.namespace && (names.length === 0 || names.includes(metric.name));
