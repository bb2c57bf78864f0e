import type { MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { DnsSection } from "../sections/dns";
import type { HostingSection } from "../sections/hosting";
import type { ServicesSection } from "../sections/services";
import type { StackSection } from "../sections/stack";
import type { StorageSection } from "../sections/storage";
import type { UptimeSection } from "../sections/uptime";
import { type Checks, withDerivedChecks } from "./checks";
import { derivedObjectives } from "./objectives";
import { runbooksOf } from "./runbooks";
import { productServices } from "./services";

type CheckDefaults = NonNullable<UptimeSection["defaults"]>;
type Canary = Exclude<NonNullable<UptimeSection["canary"]>, false>;

/** A stack's checks with everything filled in that follows from the rest of the file. */
export interface UptimeSettings {
  product: string;
  tier: Tier;
  owner: string;
  runbooks: string;
  checks: Checks;
  defaults: CheckDefaults & Required<Pick<CheckDefaults, "requestInterval" | "failureThreshold">>;
  vendor?: UptimeSection["vendor"];
  checkly?: UptimeSection["checkly"];
  overall?: UptimeSection["overall"];
  objectives: Record<string, number>;
  canary: false | Canary;
}

interface Declared {
  stack: StackSection;
  hosting: HostingSection;
  services?: ServicesSection | undefined;
  dns?: DnsSection | undefined;
  storage?: StorageSection | undefined;
  uptime?: UptimeSection | undefined;
  /** Who answers for alarms, and where it is written what to do. */
  alerts?: { owner?: string | undefined; runbooks?: string | undefined } | undefined;
}

/** What follows from services, hosts and the level of monitoring. What the file says itself wins. */
export function derivedUptime(
  file: Declared,
  level: MonitoringLevel,
  tierDefaults: { requestInterval: 10 | 30; failureThreshold: number },
): UptimeSettings {
  const { stack, uptime = {} } = file;
  const { product, tier, owner } = stack;
  return {
    ...{ product, tier, owner: file.alerts?.owner ?? owner },
    runbooks: file.alerts?.runbooks ?? runbooksOf(file.hosting),
    ...uptime,
    checks: withDerivedChecks(file),
    defaults: { ...tierDefaults, ...uptime.defaults },
    objectives: { ...derivedObjectives(productServices(file)), ...uptime.objectives },
    // Checkly reads the answers itself: nobody asks beside it.
    canary: uptime.canary ?? (level === "enterprise" && uptime.vendor !== "checkly" && {}),
  };
}
