/** Rules that only several stacks can answer, so that waivers for them are read wherever one is judged. */
export const betweenRuleIds: ReadonlySet<string> = new Set([
  "names-not-shared",
  "same-secret-names",
  "supabase-plan-shared",
]);
