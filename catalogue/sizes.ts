/**
 * Day on which the lists of this file were last compared with their sources.
 * @public
 */
export const sizesCheckedOn = "2026-11-21";

/**
 * Compute sizes of a Supabase project, smallest first. A project on the Free plan takes none.
 * Source: terraform-provider-supabase 1.10.1, resource project, instance_size.
 */
export const instanceSizes = [
  "nano",
  "micro",
  "small",
  "medium",
  "large",
  "xlarge",
  "2xlarge",
  "4xlarge",
  "8xlarge",
  "12xlarge",
  "16xlarge",
  "24xlarge",
  "24xlarge_optimized_memory",
  "24xlarge_optimized_cpu",
  "24xlarge_high_memory",
  "48xlarge",
  "48xlarge_optimized_memory",
  "48xlarge_optimized_cpu",
  "48xlarge_high_memory",
] as const;
export type InstanceSize = (typeof instanceSizes)[number];

/**
 * Connections that Postgres takes on a compute size while `max_connections` says nothing else. Sizes that are missing
 * here are not known to have a published number. Source: supabase/supabase, docs/guides/platform/compute-and-disk.
 */
const connections: Partial<Record<InstanceSize, number>> = {
  ...{ nano: 60, micro: 60, small: 90, medium: 120, large: 160, xlarge: 240 },
  ...{ "2xlarge": 380, "4xlarge": 480, "8xlarge": 490, "12xlarge": 500, "16xlarge": 500 },
};

/** Compute that a project gets when nobody says another: Nano on the Free plan, Micro on the others; both alike here. */
const smallest: InstanceSize = "micro";

/** Connections of a compute size, undefined where no number is known. */
export function connectionsOf(size: InstanceSize = smallest): number | undefined {
  return connections[size];
}

/** Whether a compute size is at least another; one that nobody chose is the smallest. */
export function isAtLeast(size: InstanceSize | undefined, least: InstanceSize): boolean {
  return instanceSizes.indexOf(size ?? smallest) >= instanceSizes.indexOf(least);
}
