import type { RowId } from "./row";

/** What the rows that ran came to. */
export interface Measured {
  /** Milliseconds. */
  medians: ReadonlyMap<RowId, number>;
  /** The most memory that any run of a row held, in MB. */
  peaks: ReadonlyMap<RowId, number>;
  /** What prod declares, without the stack itself; undefined where that could not be told. */
  prodResources: number | undefined;
}

export interface Aim {
  text: string;
  /** Measured, in the aim's own unit; undefined when a row of it did not run. */
  value: number | undefined;
  limit: number;
  /** `ms`, `s`, `MB` or `times`. */
  unit: string;
  atLeast?: boolean;
}

/** The speed and size that we aim for. */
export function aims(measured: Measured): Aim[] {
  return [
    ...checkAims(measured),
    ...previewAims(measured),
    ...sizeAims(measured),
    ...reportAims(measured),
  ];
}

function checkAims({ medians, peaks }: Measured): Aim[] {
  return [
    {
      text: "our command line's own start",
      value: seconds(medians.get("cli")),
      limit: 1.2,
      unit: "s",
    },
    { text: "check of all stacks", value: seconds(medians.get("check")), limit: 3, unit: "s" },
    {
      text: "check of all stacks, against the same program with no rules",
      value: over(medians, "check", "program"),
      limit: 1.3,
      unit: "times",
    },
    {
      text: "memory that check of all stacks held at most",
      value: peaks.get("check"),
      limit: 600,
      unit: "MB",
    },
  ];
}

function previewAims({ medians, prodResources }: Measured): Aim[] {
  const more = above(medians, "prod", "empty-pack");
  return [
    {
      text: "preview of prod with its rules, against the same program with one empty pack",
      value: over(medians, "prod", "prod-pack"),
      limit: 1.25,
      unit: "times",
    },
    {
      text: `preview of prod above an empty program with one empty pack, for each of its resources (${prodResources ?? "?"})`,
      value: prodResources && more !== undefined ? more / prodResources : undefined,
      limit: 16,
      unit: "ms",
    },
  ];
}

function sizeAims({ medians }: Measured): Aim[] {
  return [
    {
      text: "every rule on 1,000 resources, above their declaration",
      value: seconds(above(medians, "1000-judged", "1000-declared")),
      limit: 1,
      unit: "s",
    },
    {
      text: "the estimate of 5,000 resources",
      value: seconds(above(medians, "5000-estimated", "5000-made")),
      limit: 1,
      unit: "s",
    },
    {
      text: "preview of 1,000 resources with the preload, faster than the SDK as shipped",
      value: over(medians, "1000-plain", "1000"),
      limit: 3.5,
      unit: "times",
      atLeast: true,
    },
  ];
}

function reportAims({ medians }: Measured): Aim[] {
  return [
    {
      text: "the report of prod in every format",
      value: medians.get("prod-reported"),
      limit: 500,
      unit: "ms",
    },
    {
      text: "the report of 1,000 resources in every format",
      value: seconds(medians.get("1000-reported")),
      limit: 3,
      unit: "s",
    },
    {
      text: "first paint of its page",
      value: seconds(medians.get("1000-painted")),
      limit: 1,
      unit: "s",
    },
  ];
}

export function isMet({ value, limit, atLeast = false }: Aim): boolean | undefined {
  if (value === undefined) return undefined;
  return atLeast ? value >= limit : value <= limit;
}

type Medians = Measured["medians"];

function over(medians: Medians, row: RowId, base: RowId): number | undefined {
  return both(medians, row, base, (a, b) => a / b);
}

function above(medians: Medians, row: RowId, base: RowId): number | undefined {
  return both(medians, row, base, (a, b) => a - b);
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

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
