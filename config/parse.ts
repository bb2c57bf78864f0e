import { type SettingsProblem, toProblems, unworded } from "./problems";
import { settingsSchema, type StackSettings, withTierDefaults } from "./settings";

export type ParsedSettings = { settings: StackSettings } | { problems: SettingsProblem[] };

/**
 * Judges the sections of a stack file, by name without the namespace: `{ stack: …, hosting: …, … }`. Refuses what
 * no provider could accept; what is merely unwise is for policies. Everything wrong is reported at once.
 */
export function parseSettings(raw: Record<string, unknown>): ParsedSettings {
  const parsed = settingsSchema.safeParse(raw, { error: () => unworded });
  return parsed.success
    ? { settings: withTierDefaults(parsed.data) }
    : { problems: toProblems(parsed.error.issues, raw) };
}
