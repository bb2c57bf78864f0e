import type { Tier } from "../core/profile";

/** Whose a resource is. */
export interface Belongs {
  product: string;
  tier: Tier;
  owner: string;
}

/** Tags of everything in AWS that takes tags, so that bills and searches find what belongs together. */
export function tagsOf(
  { product, tier, owner }: Belongs,
  service?: string,
): Record<string, string> {
  return { product, tier, owner, ...(service !== undefined && { service }) };
}
