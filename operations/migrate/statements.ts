import { bare, lossesIn, statementsIn } from "../rollback/losses";

/** A `delete` that says which rows loses what it was written to lose. */
const chosenRows = /^delete\s+from\b.*\bwhere\b/i;

/** Statements after which data is gone that nobody picked row by row, each on one line. */
export function destructiveIn(sql: string): string[] {
  return lossesIn(sql).filter((statement) => !chosenRows.test(statement));
}

/** What no transaction may hold, so that half of it would stay where it fails. */
const unheld: readonly RegExp[] = [
  /^(create|drop|reindex)\b.*\bconcurrently\b/i,
  /^vacuum\b/i,
  /^(create|drop)\s+(database|tablespace|subscription)\b/i,
  /^alter\s+system\b/i,
];

/** Begins or ends a transaction in the middle of ours. `end` ends blocks too, and is left alone. */
const ownTransaction =
  /(?:^|;)\s*((?:begin|start|commit|rollback|abort)(?:\s+(?:transaction|work))?)\s*(?=;|$)/i;

/** What a migration may not hold since each is one transaction, in words. */
export function unfitIn(sql: string): string[] {
  const text = bare(sql);
  const [, control] = ownTransaction.exec(text) ?? [];
  return [
    ...statementsIn(sql).filter((statement) => unheld.some((it) => it.test(statement))),
    ...(control === undefined ? [] : [control]),
    // psql would take such a line for an order to itself, and run programs of the machine.
    ...(text.includes("\\") ? ["a backslash outside of texts"] : []),
  ];
}
