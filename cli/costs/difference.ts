import { byText } from "../../core/order";
import type { Price } from "../../catalogue/prices/price";
import { groupBy } from "../../core/group";
import { parseUrn } from "../../core/urn";
import type { CostLine, Estimate, LineKind, UnpricedResource } from "../../cost/model";
import { type Amounts, always, sumAmounts } from "../../cost/scenarios";
import { minus } from "./money";

/** An estimate to compare with, and what it is: `the deployed state`. */
export interface Before {
  name: string;
  estimate: Estimate;
  /** Whether it is another stack, which no update brings here. */
  isOtherStack?: boolean;
}

export type ChangeSign = "+" | "~" | "-";

/** What one resource takes of one price, before and after. */
export interface LineChange {
  sign: ChangeSign;
  /** URN, or `account:<vendor>`: that of after, where it is there. */
  resource: string;
  component: string;
  kind: LineKind;
  price: Price;
  before: Amounts;
  after: Amounts;
  delta: Amounts;
}

export interface Sums {
  before: Amounts;
  after: Amounts;
  delta: Amounts;
}

/** What is different between two estimates; what costs the same in all scenarios is left out. */
export interface Difference {
  /** What it is different from: `the deployed state`. */
  against: string;
  lines: readonly LineChange[];
  total: Sums;
  /** Resources whose cost is known on neither side, and that were not there before. */
  newlyUnpriced: readonly UnpricedResource[];
}

export function difference({ name, estimate: before }: Before, after: Estimate): Difference {
  const earlier = groupBy(before.lines, keyOf);
  const later = groupBy(after.lines, keyOf);
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  const lines = keys.flatMap((key) => change(earlier.get(key) ?? [], later.get(key) ?? []));
  const known = new Set(before.notPriced.map(({ resource }) => withoutStack(resource)));
  return {
    against: name,
    lines: lines.sort(inOrder),
    total: sums(before.total, after.total),
    newlyUnpriced: after.notPriced.filter(({ resource }) => !known.has(withoutStack(resource))),
  };
}

export function sums(before: Amounts, after: Amounts): Sums {
  return { before, after, delta: minus(after, before) };
}

/** A resource keeps its line where its region, and so its price, is another. */
function keyOf({ resource, kind, price }: CostLine): string {
  return [withoutStack(resource), sideOf(kind), price.sku].join(" ");
}

/** Whether a quantity is fixed or by use may change with it; it stays one line. */
function sideOf(kind: LineKind): string {
  return kind === "fixed" || kind === "usage" ? "charged" : kind;
}

/** Stacks declare the same resource under their own names. */
export function withoutStack(resource: string): string {
  if (!resource.startsWith("urn:")) return resource;
  const { parentTypes, type, name } = parseUrn(resource);
  return [...parentTypes, type, name].join(" ");
}

function change(before: readonly CostLine[], after: readonly CostLine[]): LineChange[] {
  const [line] = after.length > 0 ? after : before;
  const amounts = sums(summed(before), summed(after));
  const { low, expected, high } = amounts.delta;
  if (!line || (low.isZero() && expected.isZero() && high.isZero())) return [];
  const { resource, component, kind, price } = line;
  const sign = before.length === 0 ? "+" : after.length === 0 ? "-" : "~";
  return [{ sign, resource, component, kind, price, ...amounts }];
}

function summed(lines: readonly CostLine[]): Amounts {
  return lines.length === 0 ? always(0) : sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd));
}

const inOrder = byText<LineChange>(
  ({ component }) => component,
  ({ resource }) => withoutStack(resource),
  ({ price }) => price.sku,
  ({ kind }) => kind,
);
