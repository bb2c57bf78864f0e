import type { AlertSeverity, MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { AlertsSection } from "../sections/alerts";
import type { HostingSection } from "../sections/hosting";
import type { StackSection } from "../sections/stack";
import { runbooksOf } from "./runbooks";
import type { WatchedService } from "./watched-services";

type Routes = NonNullable<AlertsSection["routes"]>;

/** A stack's alerts with everything filled in that follows from the rest of the file. */
export interface AlertsSettings extends Omit<AlertsSection, "routes"> {
  product: string;
  tier: Tier;
  owner: string;
  level: MonitoringLevel;
  routes: Partial<Record<AlertSeverity, NonNullable<Routes["critical"]>>>;
  services: Record<string, WatchedService>;
  runbooks: string;
}

interface Declared {
  stack: StackSection;
  hosting: HostingSection;
  budget: { emails: string[] };
  alerts?: AlertsSection | undefined;
}

// Requirement: ALRT-13, ENV-15
/** Who pays hears of everything, until the file says who else does. */
export function derivedAlerts(
  { stack, hosting, budget, alerts = {} }: Declared,
  level: MonitoringLevel,
  services: Record<string, WatchedService>,
): AlertsSettings {
  const { product, tier, owner } = stack;
  const payers = { emails: budget.emails };
  const routes = { critical: payers, warning: payers, info: payers };
  const runbooks = runbooksOf(hosting);
  return { product, tier, owner, level, routes, services, runbooks, ...alerts };
}
