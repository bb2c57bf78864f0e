import "../core/parse-once";
import { conflicts } from "./conflicts";
import type { Surroundings } from "./derived/costs";
import { type SettingsProblem, toProblems, unworded } from "./problems";
import { settingsSchema, type StackSettings, withTierDefaults } from "./settings";

export type ParsedSettings = { settings: StackSettings } | { problems: SettingsProblem[] };

// Requirement: SECR-09
/**
 * Judges the sections of a stack file, by name without the namespace: `{ stack: …, hosting: …, … }`. Refuses what
 * no provider could accept; what is merely unwise is for policies. Everything wrong is reported at once.
 * `around` is what the sections do not say themselves.
 */
export function parseSettings(raw: Record<string, unknown>, around?: Surroundings): ParsedSettings {
  const parsed = settingsSchema.safeParse(raw, { error: () => unworded });
  if (!parsed.success) return { problems: toProblems(parsed.error.issues, raw) };
  const problems = conflicts.flatMap((conflictsOf) => conflictsOf(parsed.data));
  return problems.length > 0 ? { problems } : { settings: withTierDefaults(parsed.data, around) };
}
