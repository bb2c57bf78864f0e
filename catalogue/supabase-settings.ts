import { computeProblems, type SizedSettings } from "./supabase-compute";
import { type PlannedSettings, type PlanProblem, planProblems } from "./supabase-limits";
import { type RealtimePlanned, realtimeProblems } from "./supabase-realtime";

/** Everything in a database's settings that its plan or its compute size does not carry. */
export function settingsProblems(
  settings: PlannedSettings & SizedSettings & RealtimePlanned,
): PlanProblem[] {
  return [...planProblems(settings), ...computeProblems(settings), ...realtimeProblems(settings)];
}
