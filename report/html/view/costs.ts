import { parseUrn } from "../../../core/urn";
import type { Report, ReportedAmounts } from "../../model";
import { length, usd } from "../numbers";

/** Width of a bar's drawing, in its units. */
const width = 100;

/** The estimate by component: each a bar on one scale, so that they can be compared with the total and its limit. */
export function costsView({ costs }: Report) {
  if (!costs) return undefined;
  const { total, limitUsd, lowConfidenceUsd, components, notPriced, elsewhere } = costs;
  const scale = scaleOf([
    ...[total, ...components.map(({ monthlyUsd }) => monthlyUsd)].flatMap(amounts),
    ...(limitUsd === undefined ? [] : [Number(limitUsd)]),
  ]);
  const limit = limitUsd === undefined ? undefined : length(scale(Number(limitUsd)));
  return {
    limit: limitUsd === undefined ? undefined : usd(limitUsd),
    over: limitUsd !== undefined && Number(total.expected) > Number(limitUsd),
    unsure: lowConfidenceUsd === undefined ? undefined : usd(lowConfidenceUsd),
    rows: [
      { name: "Total", total: true, ...rowOf(total, scale), limit },
      ...components.map(({ component, monthlyUsd, lowConfidenceUsd: low }) => ({
        name: low === undefined ? component : `${component} ?`,
        total: false,
        ...rowOf(monthlyUsd, scale),
        limit: undefined,
      })),
    ],
    notPriced: notPriced.map(({ resource, type, why }) => ({ name: nameOf(resource), type, why })),
    elsewhere,
  };
}

type Scale = (amount: number) => number;

/** Credits lie left of nothing. */
function scaleOf(all: readonly number[]): Scale {
  const least = all.reduce((one, other) => Math.min(one, other), 0);
  const most = all.reduce((one, other) => Math.max(one, other), 1);
  return (amount) => ((amount - least) / (most - least)) * width;
}

function rowOf(of: ReportedAmounts, scale: Scale) {
  const [low, expected, high] = amounts(of);
  const bar = [scale(0), scale(expected)].sort((a, b) => a - b);
  const range = [scale(low), scale(high)].sort((a, b) => a - b);
  return {
    low: usd(of.low),
    expected: usd(of.expected),
    high: usd(of.high),
    credit: expected < 0,
    zero: length(scale(0)),
    bar: between(bar),
    range: between(range),
  };
}

function between([from = 0, to = 0]: readonly number[]) {
  return { x: length(from), width: length(to - from) };
}

function amounts({ low, expected, high }: ReportedAmounts): [number, number, number] {
  return [Number(low), Number(expected), Number(high)];
}

/** An account's line is no resource and has no URN. */
function nameOf(resource: string): string {
  return resource.startsWith("urn:") ? parseUrn(resource).name : resource;
}
