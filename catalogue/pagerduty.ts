import { pagerdutyLimits } from "./limits/pagerduty";

/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const pagerdutyCheckedOn = "2026-11-22";

/** Plans of PagerDuty, smallest first. Source: https://www.pagerduty.com/pricing/incident-management/ */
export const pagerdutyPlans = ["free", "professional", "business"] as const;
export type PagerdutyPlan = (typeof pagerdutyPlans)[number];

/** The plan of an account of which nothing is said. */
export const defaultPagerdutyPlan: PagerdutyPlan = "professional";

/** Where an account is kept, and the host that takes its events. Source: https://support.pagerduty.com, Service Regions. */
export const pagerdutyEventHosts = {
  us: "events.pagerduty.com",
  eu: "events.eu.pagerduty.com",
} as const;
export type PagerdutyRegion = keyof typeof pagerdutyEventHosts;

export const pagerdutyRegions = Object.keys(pagerdutyEventHosts) as [
  PagerdutyRegion,
  ...PagerdutyRegion[],
];

/** What an id looks like, such as `PABC123`; everything else is a name, which is looked up. From memory: no page says it. */
const id = /^[PQ][A-Z0-9]{6,13}$/;

export function isPagerdutyId(reference: string): boolean {
  return id.test(reference);
}

/** Where SNS sends the alarms of an integration with CloudWatch. Source: PagerDuty, Amazon CloudWatch Integration Guide. */
export function cloudWatchEndpoint(region: PagerdutyRegion, key: string): string {
  return `https://${pagerdutyEventHosts[region]}/integration/${key}/enqueue`;
}

/** How PagerDuty's API calls an integration that understands CloudWatch. */
export const cloudWatchIntegration = "aws_cloudwatch_inbound_integration";

/** Why a plan does not have so many schedules; undefined where it has them. */
export function excessOfPlan(
  plan: PagerdutyPlan | undefined,
  schedules: number,
): { found: string; allowed: string; fix: string } | undefined {
  const { schedules: most } = pagerdutyLimits.free.value;
  if (plan !== "free" || schedules <= most) return undefined;
  const allowed = `${most} on the plan free`;
  return { found: `${schedules} schedules`, allowed, fix: "name one, or say another plan" };
}
