import type { PlanProblem, SupabasePlan } from "./supabase-limits";

/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const supabaseRealtimeCheckedOn = "2026-11-21";

/**
 * The most that a plan gives by itself. Of Pro the numbers without a spend cap, since a stack file does not know about the
 * cap. Enterprise agrees on its own. Source: https://supabase.com/docs/guides/realtime/limits
 */
const limits: Readonly<Record<SupabasePlan, RealtimeNumbers>> = {
  free: {
    ...{ maxConcurrentUsers: 200, maxEventsPerSecond: 100, maxJoinsPerSecond: 100 },
    ...{ maxChannelsPerClient: 100, maxPresenceEventsPerSecond: 20, maxPayloadSizeInKb: 256 },
  },
  pro: {
    ...{ maxConcurrentUsers: 10_000, maxEventsPerSecond: 2_500, maxJoinsPerSecond: 2_500 },
    ...{ maxChannelsPerClient: 100, maxPresenceEventsPerSecond: 1_000, maxPayloadSizeInKb: 3_000 },
  },
  team: {
    ...{ maxConcurrentUsers: 10_000, maxEventsPerSecond: 2_500, maxJoinsPerSecond: 2_500 },
    ...{ maxChannelsPerClient: 100, maxPresenceEventsPerSecond: 1_000, maxPayloadSizeInKb: 3_000 },
  },
  enterprise: {},
};

interface RealtimeNumbers {
  maxConcurrentUsers?: number | undefined;
  maxEventsPerSecond?: number | undefined;
  maxJoinsPerSecond?: number | undefined;
  maxChannelsPerClient?: number | undefined;
  maxPresenceEventsPerSecond?: number | undefined;
  maxPayloadSizeInKb?: number | undefined;
}

/** The part of a database's settings that is judged here. */
export interface RealtimePlanned {
  plan?: SupabasePlan | undefined;
  realtime?: RealtimeNumbers | undefined;
}

/** Every limit of Realtime above the one of the plan; none where no plan is given. */
export function realtimeProblems({ plan, realtime = {} }: RealtimePlanned): PlanProblem[] {
  if (plan === undefined) return [];
  const most = limits[plan];
  return (Object.keys(most) as (keyof RealtimeNumbers)[]).flatMap((key) => {
    const [asked, allowed] = [realtime[key], most[key]];
    if (asked === undefined || allowed === undefined || asked <= allowed) return [];
    return [
      {
        path: ["realtime", key],
        found: String(asked),
        allowed: `at most ${allowed} on the ${plan} plan`,
        fix: "lower it, or change the plan",
      },
    ];
  });
}
