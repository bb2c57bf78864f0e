import type { MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { WatchedKind } from "../../core/service";

/** What the dashboard shows. */
export interface DashboardSettings {
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for the stack: a team or an address. */
  owner: string;
  /** How much is watched: what a level does not measure is not shown. */
  level: MonitoringLevel;
  /** Services by name; each has a row. */
  services: Record<string, { kind: WatchedKind; cache?: { name: string } | undefined }>;
}
