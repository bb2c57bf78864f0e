/** Who sends the bill. */
export const vendors = [
  "vercel",
  "supabase",
  "aws",
  "github",
  "fly",
  "railway",
  "render",
  "netlify",
  "digitalocean",
  "checkly",
  "sentry",
  "resend",
  "pagerduty",
  "upstash",
] as const;
export type PriceVendor = (typeof vendors)[number];

/** How sure a price is: read on the vendor's own page or price list, read elsewhere, or neither. */
export type Confidence = "high" | "medium" | "low";

/** What is free of a price's quantity each month, before the first unit is paid. */
export interface Included {
  /** Units, as decimal text. */
  quantity: string;
  /** `account`: once for everything the vendor's account or organisation has. `resource`: for each one. */
  per: "account" | "resource";
  /** Name of an account's amount that several prices use up together, all in the same unit; each has its own where left out. */
  shared?: string;
}

/** What one unit costs, as of when, and who says so. Sums are decimal text in US dollars: `"0.0206"`. */
export interface Price {
  /** Unique together with the region: `supabase-compute-small`. */
  sku: string;
  vendor: PriceVendor;
  item: string;
  /** What one unit is: `GB-month`, `million-requests`, `hour`. */
  unit: string;
  /** Null where the vendor publishes none. */
  usd: string | null;
  /** The price in the vendor's dearest region, where it differs by region and only the cheapest is known for sure. */
  usdMax?: string;
  /** Cheaper units beyond a quantity a month, in rising order. */
  beyond?: readonly { from: string; usd: string }[];
  included?: Included;
  /** The vendor's words about what is included. */
  includes?: string;
  /** True where a started unit is paid whole. */
  wholeUnits?: boolean;
  /** Plans that it holds for, in the vendor's words. */
  plan?: string;
  /** Left out where it is the same everywhere. */
  region?: string;
  source: string;
  /** `YYYY-MM-DD`: the day for which the source says it. Left out where the source has none. */
  asOf?: string;
  confidence: Confidence;
  note?: string;
}
