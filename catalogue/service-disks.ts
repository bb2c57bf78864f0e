import type { FlyStrategy } from "./fly";

/** Gigabytes of one disk: what Fly's volumes can have. Source: fly.io/docs/volumes/overview. */
export const diskSizeGb = { min: 1, max: 500 } as const;

/**
 * Ways of a release that a service with a disk can have: the others run two machines at a time, and a disk is one
 * machine's. Source: fly.io/docs/launch/deploy.
 */
export const strategiesWithDisk = [
  "rolling",
  "immediate",
] as const satisfies readonly FlyStrategy[];

/** The name of the disk of a service, letters, digits and _ alone: 30 at most at Fly. */
export function diskName(app: string): string {
  return `${app.replace(/[^a-z0-9]+/g, "_").slice(0, 25)}_data`;
}
