import type { RowId } from "./row";

/** Medians in milliseconds of the rows that ran. */
export type Medians = ReadonlyMap<RowId, number>;

export interface Aim {
  text: string;
  /** Measured, in the aim's own unit; undefined when a row of it did not run. */
  value: number | undefined;
  limit: number;
  /** `ms`, `s` or `times`. */
  unit: string;
  atLeast?: boolean;
}

/** The speed we aim for. `prodResources` counts what prod declares, without the stack itself, where that is known. */
export function aims(medians: Medians, prodResources: number | undefined): Aim[] {
  const over = (row: RowId, base: RowId) => both(medians, row, base, (a, b) => a / b);
  return [
    {
      text: "preview of prod with its rules, against the same program with one empty pack",
      value: over("prod", "prod-pack"),
      limit: 1.25,
      unit: "times",
    },
    {
      text: `preview of prod above an empty program with one empty pack, for each of its resources (${prodResources ?? "?"})`,
      value:
        prodResources && both(medians, "prod", "empty-pack", (a, b) => (a - b) / prodResources),
      limit: 16,
      unit: "ms",
    },
    {
      text: "our command line's own start",
      value: both(medians, "cli", "cli", (start) => start / 1000),
      limit: 1.2,
      unit: "s",
    },
    {
      text: "preview of 1,000 resources with the preload, faster than the SDK as shipped",
      value: over("1000-plain", "1000"),
      limit: 3.5,
      unit: "times",
      atLeast: true,
    },
  ];
}

export function isMet({ value, limit, atLeast = false }: Aim): boolean | undefined {
  if (value === undefined) return undefined;
  return atLeast ? value >= limit : value <= limit;
}

function both(
  medians: Medians,
  one: RowId,
  other: RowId,
  of: (one: number, other: number) => number,
): number | undefined {
  const [a, b] = [medians.get(one), medians.get(other)];
  return a === undefined || b === undefined ? undefined : of(a, b);
}
