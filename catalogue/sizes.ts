import { supabaseComputeLimits } from "./limits/supabase-compute";

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

/** What the sizes bring that have published numbers; larger ones are not known to have any. */
const published: Partial<Record<InstanceSize, { value: { connections: number } }>> =
  supabaseComputeLimits;

/** Compute that a project gets when nobody says another: Nano on the Free plan, Micro on the others; both alike here. */
const smallest: InstanceSize = "micro";

/** Connections that Postgres takes on a compute size while `max_connections` says nothing else, undefined where no number is known. */
export function connectionsOf(size: InstanceSize = smallest): number | undefined {
  return published[size]?.value.connections;
}

/** Whether a compute size is at least another; one that nobody chose is the smallest. */
export function isAtLeast(size: InstanceSize | undefined, least: InstanceSize): boolean {
  return instanceSizes.indexOf(size ?? smallest) >= instanceSizes.indexOf(least);
}
