import type { Limits } from "./limit";

const shared = {
  unit: "by part",
  source:
    "https://github.com/supabase/supabase, apps/docs/content/guides/platform/compute-and-disk.mdx",
  confidence: "high",
  note: "The connections are what Postgres takes while max_connections says nothing else.",
} as const;

/** What a compute size brings; sizes beyond 16xlarge have no published figures. */
function size<const S extends string, const N extends string>(
  slug: S,
  name: N,
  [connections, poolerClients, replicationSlots, ramGb]: readonly [number, number, number, number],
  [databaseUpTo, iops, throughputMbps]: readonly [string, number, number],
) {
  return {
    ...shared,
    sku: `supabase-compute-${slug}`,
    item: `Compute ${name}`,
    value: {
      connections,
      poolerClients,
      replicationSlots,
      walSenders: replicationSlots,
      ramGb,
      databaseUpTo,
      iops,
      throughputMbps,
    },
    plan: name === "nano" ? "Free" : "Pro, Team, Enterprise",
  };
}

/** What each compute size of Supabase brings, by the provider's name of it. */
export const supabaseComputeLimits = {
  nano: size("nano", "nano", [60, 200, 5, 0.5], ["500 MB", 250, 43]),
  micro: size("micro", "micro", [60, 200, 5, 1], ["10 GB", 500, 87]),
  small: size("small", "small", [90, 400, 5, 2], ["50 GB", 1000, 174]),
  medium: size("medium", "medium", [120, 600, 5, 4], ["100 GB", 2000, 347]),
  large: size("large", "large", [160, 800, 8, 8], ["200 GB", 3600, 630]),
  xlarge: size("xl", "xlarge", [240, 1000, 24, 16], ["500 GB", 6000, 1188]),
  "2xlarge": size("2xl", "2xlarge", [380, 1500, 80, 32], ["1 TB", 12_000, 2375]),
  "4xlarge": size("4xl", "4xlarge", [480, 3000, 80, 64], ["2 TB", 20_000, 4750]),
  "8xlarge": size("8xl", "8xlarge", [490, 6000, 80, 128], ["4 TB", 40_000, 9500]),
  "12xlarge": size("12xl", "12xlarge", [500, 9000, 80, 192], ["6 TB", 50_000, 14_250]),
  "16xlarge": size("16xl", "16xlarge", [500, 12_000, 80, 256], ["10 TB", 80_000, 19_000]),
} as const satisfies Limits;
