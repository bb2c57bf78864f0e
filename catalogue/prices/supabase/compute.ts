import type { Price } from "../price";

const source =
  "https://github.com/supabase/supabase, apps/docs/content/guides/platform/compute-and-disk.mdx";
const shared = { vendor: "supabase", unit: "hour", confidence: "high" } as const;

/** Dollars an hour of each compute size, by the provider's name of it. Larger ones have no published price. */
const rates = {
  micro: "0.01344",
  small: "0.0206",
  medium: "0.0822",
  large: "0.1517",
  xlarge: "0.2877",
  "2xlarge": "0.562",
  "4xlarge": "1.32",
  "8xlarge": "2.562",
  "12xlarge": "3.836",
  "16xlarge": "5.12",
} as const;

export type PricedSize = keyof typeof rates;

export const pricedSizes = Object.keys(rates) as PricedSize[];

/** Billed by the hour; Supabase's page shows sums for a month rounded to ten dollars: 10, 15, 60, 110. */
const primaries = Object.entries(rates).map(([size, usd]): Price => ({
  ...shared,
  sku: `supabase-compute-${size}`,
  item: `Compute of a project: ${size}`,
  usd,
  plan: "Pro/Team",
  source,
}));

/** The same rates under a name of their own: the plan's compute credit does not pay them. */
const replicas = Object.entries(rates).map(([size, usd]): Price => ({
  ...shared,
  sku: `supabase-replica-compute-${size}`,
  item: `Compute of a read replica: ${size}`,
  usd,
  plan: "Pro/Team",
  source:
    "https://github.com/supabase/supabase, apps/docs/content/guides/platform/manage-your-usage/read-replicas.mdx",
  note: "The size and the rate of the primary. Neither the compute credit nor the spend cap holds for it.",
}));

export const supabaseComputePrices: readonly Price[] = [
  {
    ...shared,
    sku: "supabase-compute-nano",
    item: "Compute of a project: nano",
    usd: "0",
    plan: "Free",
    source,
    note: "On the Free plan only; elsewhere Nano is billed as Micro.",
  },
  ...primaries,
  ...replicas,
  {
    ...shared,
    sku: "supabase-branch-hour",
    item: "Branch (Micro compute)",
    unit: "branch-hour",
    usd: "0.01344",
    plan: "Pro/Team",
    source: "https://github.com/supabase/supabase, packages/shared-data/pricing-catalog.ts",
    note: "Neither the compute credit nor the spend cap holds for it; a larger branch costs its compute's rate.",
  },
];
