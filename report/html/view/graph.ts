import { groupBy } from "../../../core/group";
import type { Report } from "../../model";
import { byText } from "../../../core/order";
import { counted, length, usd } from "../numbers";
import { clipped, shown } from "../text";
import { letterOf, rankOf, wordOf } from "../words";
import { type Part, outside, partsOf, worstState } from "./parts";

/** Everything in units of the drawing, which are pixels where there is room for it. */
const row = 52;
const box = { x: 230, width: 330, height: 40 };
const stackBox = { x: 1, width: 150, height: 64 };
const chip = { x: 610, height: 26, letter: 6.9, padding: 20, gap: 8 };
export const graphWidth = 1000;

/** Components that are drawn, worst and dearest first; the rest are one box. */
const drawn = 30;

/** The stack, its components, and what of which vendor is in them: a tree, left to right. */
export function graphView(report: Report) {
  const costs = new Map(
    report.costs?.components.map(({ component, monthlyUsd }) => [component, monthlyUsd.expected]),
  );
  const parts = shownParts(partsOf(report), (name) => Number(costs.get(name) ?? 0));
  const height = Math.max(parts.length * row, stackBox.height + 12);
  const middle = height / 2;
  return {
    width: graphWidth,
    height,
    stack: {
      ...stackBox,
      y: length(middle - stackBox.height / 2),
      name: label(report.run.stack, 18),
      text: counted(report.resources.length, "resource"),
    },
    parts: parts.map((part, at) => {
      const centre = at * row + row / 2;
      const cost = costs.get(part.name);
      return {
        ...box,
        y: length(centre - box.height / 2),
        centre: length(centre),
        name: label(part.name, 26),
        text: counted(part.resources.length, "resource"),
        cost: cost === undefined ? "" : usd(cost),
        letter: letterOf(part.state),
        word: wordOf(part.state),
        edge: edge(stackBox.x + stackBox.width, middle, box.x, centre),
        tail: `M${box.x + box.width} ${length(centre)}H${chip.x}`,
        chips: chipsOf(part, centre),
      };
    }),
  };
}

function shownParts(parts: readonly Part[], costOf: (name: string) => number): Part[] {
  if (parts.length <= drawn) return [...parts];
  const order = parts.toSorted(
    (one, other) =>
      rankOf(one.state) - rankOf(other.state) || costOf(other.name) - costOf(one.name),
  );
  const kept = new Set(order.slice(0, drawn).map(({ name }) => name));
  const rest = parts.filter(({ name }) => !kept.has(name));
  const resources = rest.flatMap((part) => part.resources);
  const name = `${rest.length} more components`;
  return [
    ...parts.filter((part) => kept.has(part.name)),
    { name, resources, state: worstState(resources) },
  ];
}

function chipsOf({ resources, name }: Part, centre: number) {
  const counts = [
    ...groupBy(
      resources.filter(({ custom }) => custom),
      ({ vendor }) => vendor,
    ),
  ]
    .map(([vendor, all]) => ({ vendor, count: all.length }))
    .sort(byText(({ vendor }) => vendor))
    .sort((one, other) => other.count - one.count);
  let x = chip.x;
  return counts.flatMap(({ vendor, count }) => {
    const text = `${label(vendor, 16)} ${count}`;
    const width = text.length * chip.letter + chip.padding;
    if (x + width > graphWidth && name !== outside) return [];
    const one = {
      x: length(x),
      y: length(centre - chip.height / 2),
      width: length(width),
      height: chip.height,
      middle: length(x + width / 2),
      text,
    };
    x += width + chip.gap;
    return [one];
  });
}

function label(text: string, most: number): string {
  return clipped(shown(text), most);
}

/** A curve that leaves and arrives level. */
function edge(x: number, y: number, toX: number, toY: number): string {
  const half = (x + toX) / 2;
  return `M${x} ${length(y)}C${half} ${length(y)} ${half} ${length(toY)} ${toX} ${length(toY)}`;
}
