import { supabaseRealtimeLimits } from "./limits/supabase";
import type { PlanProblem, SupabasePlan } from "./supabase-limits";

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
  if (plan === undefined || plan === "enterprise") return [];
  return (Object.keys(supabaseRealtimeLimits) as (keyof RealtimeNumbers)[]).flatMap((key) => {
    const asked = realtime[key];
    const allowed = supabaseRealtimeLimits[key].value[plan];
    if (asked === undefined || asked <= allowed) return [];
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
