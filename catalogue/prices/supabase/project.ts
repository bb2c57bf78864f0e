import type { Price } from "../price";

const repository = "https://github.com/supabase/supabase";
const docs = `${repository}, apps/docs/content`;
const paid = {
  vendor: "supabase",
  plan: "Pro/Team",
  source: `${repository}, packages/shared-data/pricing-catalog.ts`,
  confidence: "high",
} as const;

const disk: readonly Price[] = [
  {
    ...paid,
    sku: "supabase-disk-gp3",
    item: "Disk of a project (gp3)",
    unit: "GB-month",
    usd: "0.125",
    included: { quantity: "8", per: "resource" },
  },
  {
    ...paid,
    sku: "supabase-replica-disk-gp3",
    item: "Disk of a read replica (gp3)",
    unit: "GB-month",
    usd: "0.125",
    source: `${docs}/guides/platform/manage-your-usage/read-replicas.mdx`,
    note: "1.25 times the primary's disk, none of it free.",
  },
  {
    ...paid,
    sku: "supabase-disk-gp3-iops",
    item: "Disk operations (gp3)",
    unit: "IOPS-month",
    usd: "0.024",
    included: { quantity: "3000", per: "resource" },
    note: "From Large compute on.",
  },
  {
    ...paid,
    sku: "supabase-disk-gp3-throughput",
    item: "Disk throughput (gp3)",
    unit: "MBps-month",
    usd: "0.095",
    included: { quantity: "125", per: "resource" },
    note: "compute-and-disk.mdx says 0.95; disk-throughput.mdx reckons 7.13 for 75 more, which is 0.095.",
  },
  {
    ...paid,
    sku: "supabase-disk-io2",
    item: "Disk of a project (io2)",
    unit: "GB-month",
    usd: "0.195",
  },
  {
    ...paid,
    sku: "supabase-disk-io2-iops",
    item: "Disk operations (io2)",
    unit: "IOPS-month",
    usd: "0.119",
    note: "Throughput is free.",
  },
];

/** Recovery to a point in time, by the days that it reaches back. The page also has 100, 200 and 400 dollars a month. */
const recovery: readonly Price[] = (
  [
    [7, "0.137"],
    [14, "0.274"],
    [28, "0.55"],
  ] as const
).map(([days, usd]) => ({
  ...paid,
  sku: `supabase-pitr-${days}`,
  item: `Recovery to any point of ${days} days`,
  unit: "hour",
  usd,
  plan: "Pro/Team/Enterprise",
  source: `${docs}/_partials/billing/pricing/pricing_pitr.mdx`,
  note: "Neither the compute credit nor the spend cap holds for it. Needs Small compute at least.",
}));

const addOns: readonly Price[] = [
  {
    ...paid,
    sku: "supabase-ipv4",
    item: "IPv4 address of its own",
    unit: "database-month",
    usd: "4",
    source: `${docs}/guides/platform/manage-your-usage/ipv4.mdx`,
    note: "0.0055 an hour; for each read replica as well.",
  },
  {
    ...paid,
    sku: "supabase-custom-domain",
    item: "Custom domain",
    unit: "domain-month",
    usd: "10",
  },
  {
    ...paid,
    sku: "supabase-log-drain",
    item: "Log drain",
    unit: "drain-month",
    usd: "60",
    plan: "Pro/Team/Enterprise",
    note: "0.0822 an hour. log-drains.mdx says that Pro has none, the price list that it has.",
  },
  {
    ...paid,
    sku: "supabase-mfa-phone-first",
    item: "Second factor by phone, first project",
    unit: "project-month",
    usd: "75",
  },
  {
    ...paid,
    sku: "supabase-mfa-phone-additional",
    item: "Second factor by phone, further project",
    unit: "project-month",
    usd: "10",
  },
];

/** What one project pays beside compute. */
export const supabaseProjectPrices: readonly Price[] = [...disk, ...recovery, ...addOns];
