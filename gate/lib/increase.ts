import type { Decimal } from "decimal.js";
import { groupBy } from "../../core/group";
import type { CostLine, Estimate, LineKind } from "../../cost/model";
import { costedStack } from "../../cost/costed-stack";
import { estimate } from "../../cost/estimate";
import { zero } from "../../cost/scenarios";
import { parseUrn } from "../../core/urn";
import type { ChangeSet } from "../change";

/** What an update does to the estimate. */
export interface Increase {
  before: Estimate;
  after: Estimate;
  /** What changes, the largest rise first. Expected US dollars a month. */
  lines: readonly ChangedLine[];
}

export interface ChangedLine {
  component: string;
  item: string;
  before: Decimal;
  after: Decimal;
}

/**
 * Both ends by the settings of the new one: what is compared is what the update makes, not how much use is reckoned with,
 * which could hide it.
 */
export function increaseOf({ urn, before, after }: ChangeSet): Increase {
  const { tier, costs, stack } = costedStack(parseUrn(urn).stack, after);
  const was = estimate({ stack, tier, costs, resources: before });
  const is = estimate({ stack, tier, costs, resources: after });
  return { before: was, after: is, lines: changed(was.lines, is.lines) };
}

function changed(before: readonly CostLine[], after: readonly CostLine[]): ChangedLine[] {
  const [earlier, later] = [before, after].map((lines) => groupBy(lines, keyOf));
  const keys = new Set([...(later?.keys() ?? []), ...(earlier?.keys() ?? [])]);
  return [...keys]
    .flatMap((key): ChangedLine[] => {
      const [was = [], is = []] = [earlier?.get(key), later?.get(key)];
      const [line] = [...is, ...was];
      if (!line) return [];
      const { component, price } = line;
      return [{ component, item: price.item, before: sumOf(was), after: sumOf(is) }];
    })
    .filter((line) => !line.before.eq(line.after))
    .sort((a, b) => b.after.minus(b.before).cmp(a.after.minus(a.before)));
}

function keyOf({ resource, kind, price }: CostLine): string {
  return [resource, sideOf(kind), price.sku].join(" ");
}

/** Whether a quantity is fixed or by use may change with it; it stays one line. */
function sideOf(kind: LineKind): string {
  return kind === "fixed" || kind === "usage" ? "charged" : kind;
}

function sumOf(lines: readonly CostLine[]): Decimal {
  return lines.reduce((sum, { monthlyUsd }) => sum.plus(monthlyUsd.expected), zero);
}
