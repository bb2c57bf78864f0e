import { Decimal } from "decimal.js";
import type { FlyCpuKind, FlyRegion } from "../../fly";
import type { Price } from "../price";

const shared = {
  vendor: "fly",
  plan: "Pay As You Go",
  source: "https://fly.io/docs/about/pricing/",
  asOf: "2026-10-09",
  confidence: "high",
} as const;

/** Dollars a second in Ashburn: of one CPU with the memory that comes with it, and of a GB beyond that. */
const perSecond = {
  "fly-cpu-shared": "0.0000008465",
  "fly-cpu-performance": "0.000012732",
  "fly-memory": "0.000002316",
} as const;

/** GB of memory that come with one CPU. */
export const memoryGbWithCpu: Readonly<Record<FlyCpuKind, string>> = {
  shared: "0.25",
  performance: "2",
};

const items = {
  "fly-cpu-shared": ["Running machine: shared CPU with 256 MB", "CPU-hour"],
  "fly-cpu-performance": ["Running machine: performance CPU with 2 GB", "CPU-hour"],
  "fly-memory": ["Running machine: memory beyond that of its CPUs", "GB-hour"],
} as const;

/** What a region's prices are of Ashburn's. Mumbai (bom) is no more on the page. */
const markups: Partial<Record<FlyRegion, string>> = {
  iad: "1",
  ewr: "1",
  ams: "1.038461538",
  arn: "1.038461538",
  cdg: "1.134615385",
  dfw: "1.25",
  fra: "1.153846154",
  gru: "1.615384615",
  jnb: "1.302884615",
  lax: "1.199519231",
  lhr: "1.134615385",
  nrt: "1.307692308",
  ord: "1.25",
  sin: "1.269230769",
  sjc: "1.192307692",
  syd: "1.269230769",
  yyz: "1.115384615",
};

/** Billed by the second in which a machine runs; here by the hour. */
const machines = Object.entries(markups).flatMap(([region, markup]) =>
  (Object.keys(perSecond) as (keyof typeof perSecond)[]).map((sku): Price => {
    const [item, unit] = items[sku];
    const usd = new Decimal(perSecond[sku]).times(3600).times(markup).toDecimalPlaces(10);
    return { ...shared, sku, item, unit, usd: usd.toFixed(), region };
  }),
);

const groups = [
  {
    egress: "0.02",
    between: "0.006",
    regions: [
      ...["iad", "ewr", "dfw", "lax", "ord", "sjc", "yyz"],
      ...["ams", "arn", "cdg", "fra", "lhr"],
    ],
  },
  { egress: "0.04", between: "0.015", regions: ["nrt", "sin", "syd", "gru"] },
  { egress: "0.12", between: "0.05", regions: ["jnb", "bom"] },
] as const;

const transfer = groups.flatMap(({ egress, between, regions }) =>
  regions.flatMap((region): Price[] => [
    {
      ...shared,
      sku: "fly-egress",
      item: "Data sent to the internet",
      unit: "GB",
      usd: egress,
      region,
    },
    {
      ...shared,
      sku: "fly-private-transfer",
      item: "Data between machines of different regions",
      unit: "GB",
      usd: between,
      region,
    },
  ]),
);

/** What running machines cost in each region. */
export const flyMachinePrices: readonly Price[] = [...machines, ...transfer];
