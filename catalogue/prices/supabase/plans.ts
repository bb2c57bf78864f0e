import type { Price } from "../price";

const source = "https://github.com/supabase/supabase, packages/shared-data/pricing-catalog.ts";
const shared = { vendor: "supabase", source, confidence: "high" } as const;

/** What an organization pays whatever it uses. One plan for all its projects. */
export const supabasePlanPrices: readonly Price[] = [
  {
    ...shared,
    sku: "supabase-free-base",
    item: "Free plan",
    unit: "organization-month",
    usd: "0",
    includes:
      "2 projects, 500 MB of database, 5 GB of egress, 1 GB of files, 50,000 monthly active users",
    plan: "Free",
  },
  {
    ...shared,
    sku: "supabase-pro-base",
    item: "Pro plan",
    unit: "organization-month",
    usd: "25",
    includes: "10 dollars of compute",
    plan: "Pro",
    note: "For an organization, not for a project. A spend cap can be set.",
  },
  {
    ...shared,
    sku: "supabase-team-base",
    item: "Team plan",
    unit: "organization-month",
    usd: "599",
    includes: "10 dollars of compute",
    plan: "Team",
    note: "Without a spend cap.",
  },
  {
    ...shared,
    sku: "supabase-enterprise-base",
    item: "Enterprise plan",
    unit: "organization-month",
    usd: null,
    plan: "Enterprise",
    note: "A contract of its own; no list price is published.",
  },
  {
    ...shared,
    sku: "supabase-compute-credit",
    item: "Compute that the plan pays",
    unit: "organization-month",
    usd: "10",
    plan: "Pro/Team",
    note: "Once for an organization; not for read replicas and branches.",
  },
];
