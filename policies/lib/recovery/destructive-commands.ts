const remote = String.raw`[^\n;&|]*--(?:linked|db-url)`;

/** Commands that empty a database which is not on the caller's own machine, by the name under which rules know them. */
const patterns = {
  dropdb: /\bdropdb\b|\bdrop\s+database\b/i,
  "prisma reset": /\bprisma\s+(?:migrate\s+reset|db\s+push\b[^\n;&|]*--force-reset)\b/,
  "supabase db reset": new RegExp(String.raw`\bsupabase\s+db\s+reset\b${remote}`),
  "supabase migration down": new RegExp(String.raw`\bsupabase\s+migrations?\s+down\b${remote}`),
} as const;

export type DestructiveCommand = keyof typeof patterns;

export const destructiveCommands = Object.keys(patterns) as readonly DestructiveCommand[];

/** The commands of these that a script holds. */
export function commandsIn(
  script: string,
  barred: readonly DestructiveCommand[],
): readonly DestructiveCommand[] {
  return barred.filter((command) => patterns[command].test(script));
}
