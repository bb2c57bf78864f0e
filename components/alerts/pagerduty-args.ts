import type { PagerdutyPlan, PagerdutyRegion } from "../../catalogue/pagerduty";
import type { AlertSeverity } from "../../core/alerts";

/** A policy of the stack's own: schedules, which are called one after the other. */
export interface EscalationArgs {
  /** Ids (`PABC123`) or names of schedules that are there already: the first is called, then the next. */
  schedules: string[];
  /**
   * Minutes after which the next schedule is called, 1 to 1440.
   * @default 15
   */
  escalateAfterMinutes?: number | undefined;
  /**
   * Times that all schedules are called again, 0 to 9.
   * @default 2
   */
  repeats?: number | undefined;
}

/** Who is called through PagerDuty. */
export interface PagerDutyArgs {
  /** Id (`PABC123`) or name of an escalation policy that is there already, or the schedules of one that is made. */
  escalationPolicy: string | EscalationArgs;
  /**
   * Severities that call somebody.
   * @default ["critical"]
   */
  severities?: AlertSeverity[] | undefined;
  /**
   * Where PagerDuty keeps the account: `us` or `eu`.
   * @default "us"
   */
  region?: PagerdutyRegion | undefined;
  /**
   * The account's plan: `free`, `professional` or `business`. Prices follow from it.
   * @default "professional"
   */
  plan?: PagerdutyPlan | undefined;
}

/** What a key that is left out means. */
export const pagerDefaults = { escalateAfterMinutes: 15, repeats: 2, region: "us" } as const;
