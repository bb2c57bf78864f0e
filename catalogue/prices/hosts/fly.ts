import type { Price } from "../price";

const shared = {
  vendor: "fly",
  plan: "Pay As You Go",
  source: "https://fly.io/docs/about/pricing/",
  asOf: "2026-10-09",
  confidence: "high",
} as const;

/** What is not a running machine, and costs the same in every region. */
export const flyPrices: readonly Price[] = [
  {
    ...shared,
    sku: "fly-rootfs",
    item: "Root file system of a stopped machine",
    unit: "GB-30days",
    usd: "0.15",
  },
  {
    ...shared,
    sku: "fly-volume",
    item: "Volume",
    unit: "GB-month",
    usd: "0.15",
    note: "By its size, attached or not.",
  },
  {
    ...shared,
    sku: "fly-snapshot",
    item: "Snapshots of volumes",
    unit: "GB-month",
    usd: "0.08",
    included: { quantity: "10", per: "account" },
  },
  {
    ...shared,
    sku: "fly-ipv4",
    item: "Dedicated IPv4 address",
    unit: "month",
    usd: "2",
    includes: "a shared IPv4 address and IPv6 addresses are free",
  },
  { ...shared, sku: "fly-egress-ip", item: "Static egress address", unit: "hour", usd: "0.005" },
  {
    ...shared,
    sku: "fly-cert",
    item: "Certificate of one host",
    unit: "month",
    usd: "0.1",
    included: { quantity: "10", per: "account" },
  },
  { ...shared, sku: "fly-cert-wildcard", item: "Wildcard certificate", unit: "month", usd: "1" },
  {
    ...shared,
    sku: "fly-support-standard",
    item: "Support Standard",
    unit: "month",
    usd: "29",
    note: "Premium is 199 dollars, Enterprise 2,500 and more.",
  },
  {
    ...shared,
    sku: "fly-mpg-basic",
    item: "Managed Postgres Basic",
    unit: "month",
    usd: "38",
    note: "Storage is 0.28 dollars a GB on top.",
  },
];
