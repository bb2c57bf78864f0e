import type { AlertsSettings } from "./alerts";

/** What the dashboard shows follows from what is watched. */
export function dashboardOf({
  alerts: { product, tier, owner, level, services },
}: {
  alerts: AlertsSettings;
}): Pick<AlertsSettings, "product" | "tier" | "owner" | "level" | "services"> {
  return { product, tier, owner, level, services };
}
