import type { AlertSeverity, MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { AlertsSection } from "../sections/alerts";
import type { StackSection } from "../sections/stack";

type Routes = NonNullable<AlertsSection["routes"]>;

/** A stack's alerts with everything filled in that follows from the rest of the file. */
export interface AlertsSettings {
  product: string;
  tier: Tier;
  owner: string;
  level: MonitoringLevel;
  routes: Partial<Record<AlertSeverity, NonNullable<Routes["critical"]>>>;
  chat?: AlertsSection["chat"];
}

interface Declared {
  stack: StackSection;
  budget: { emails: string[] };
  alerts?: AlertsSection | undefined;
}

// Requirement: ALRT-13
/** Who pays hears of everything, until the file says who else does. */
export function derivedAlerts(
  { stack, budget, alerts = {} }: Declared,
  level: MonitoringLevel,
): AlertsSettings {
  const { product, tier, owner } = stack;
  const payers = { emails: budget.emails };
  const routes = { critical: payers, warning: payers, info: payers };
  return { product, tier, owner, level, routes, ...alerts };
}
