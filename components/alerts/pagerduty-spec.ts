import { isPagerdutyId, type PagerdutyRegion } from "../../catalogue/pagerduty";
import { pagedSeverities } from "../../core/alert-routes";
import type { AlertSeverity } from "../../core/alerts";
import type { AlertsSettings } from "./args";
import { type PagerDutyArgs, pagerDefaults } from "./pagerduty-args";

/** Something at PagerDuty that is there already: by its id, or by its name. */
export type Reference = { id: string } | { name: string };

/** The service at PagerDuty with everything filled in. */
export interface PagerSpec {
  /** As people see it at PagerDuty, unique in the account. */
  name: string;
  description: string;
  severities: AlertSeverity[];
  region: PagerdutyRegion;
  /** Who is called: a policy, or the schedules of one that is made. */
  policy: Reference | { schedules: Reference[]; escalateAfterMinutes: number; repeats: number };
}

// Requirement: ALRT-09, ALRT-10
/** What is declared at PagerDuty; undefined where nobody is called through it. Check with `alertProblems` first. */
export function pagerSpec(args: AlertsSettings): PagerSpec | undefined {
  const { pagerduty, product, tier, owner, runbooks } = args;
  if (!pagerduty) return undefined;
  const { severities, region, escalationPolicy } = pagerduty;
  return {
    name: `${product}-${tier}`,
    description: `Alarms of ${product}, ${tier}. What to do: ${runbooks}. Owner: ${owner}.`,
    severities: [...(severities ?? pagedSeverities)],
    region: region ?? pagerDefaults.region,
    policy: policyOf(escalationPolicy),
  };
}

function policyOf(policy: PagerDutyArgs["escalationPolicy"]): PagerSpec["policy"] {
  if (typeof policy === "string") return referenceOf(policy);
  const { schedules, ...times } = policy;
  return {
    schedules: schedules.map(referenceOf),
    escalateAfterMinutes: times.escalateAfterMinutes ?? pagerDefaults.escalateAfterMinutes,
    repeats: times.repeats ?? pagerDefaults.repeats,
  };
}

function referenceOf(reference: string): Reference {
  return isPagerdutyId(reference) ? { id: reference } : { name: reference };
}
