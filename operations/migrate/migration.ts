/** A migration as it lies in supabase/migrations. */
export interface Migration {
  /** Name of its file without `.sql`: `20261101000000_error_events`. */
  id: string;
  sql: string;
  /** Whether supabase/reverse holds what takes it back. */
  reversed: boolean;
}

/** The digits that its name begins with: by them the database remembers what it ran. */
export const versionOf = ({ id }: Pick<Migration, "id">): string => /^\d+/.exec(id)?.[0] ?? id;

export const nameOf = ({ id }: Pick<Migration, "id">): string => id.replace(/^\d+_/, "");

/** What stands after `-- Rollback:` in it: how it is taken back, where no statement can do that. */
export const rollbackNote = ({ sql }: Pick<Migration, "sql">) => noteIn(sql, "Rollback");

/** What stands after `-- Loses data:` in it: why that is right, as its reviewers agreed. */
export const lossNote = ({ sql }: Pick<Migration, "sql">) => noteIn(sql, "Loses data");

function noteIn(sql: string, word: string): string | undefined {
  return new RegExp(`^--[ \\t]*${word}:[ \\t]*(\\S.*)$`, "im").exec(sql)?.[1]?.trim();
}
