import type { PlannedMigration } from "../../../operations/migrate/plan";
import type { Backup } from "./backup";

/** What a run of migrations came to. */
export interface Migrated {
  stack: string;
  /** By which way the database was reached. */
  by: string;
  /** What that way does not prove. */
  limits: readonly string[];
  plan: readonly PlannedMigration[];
  /** Left out where nothing was to be run, or it was only planned. */
  applied?: readonly string[];
  backup?: Backup;
  /** Versions that only one side knows, afterwards. */
  strange: readonly string[];
}

export function planText({ stack, by, plan }: Pick<Migrated, "stack" | "by" | "plan">): string {
  const lines = plan.flatMap(({ id, losses, agreed }) => [
    `  ${id}`,
    ...losses.map((loss) => `    loses data: ${loss} (agreed to: ${agreed ?? "by nobody"})`),
  ]);
  return [`migrations of ${stack}, by ${by}, oldest first:`, ...lines].join("\n");
}

export function migratedText(done: Migrated): string {
  const { stack, plan, applied, backup, limits, strange } = done;
  const plain = limits.map((limit) => `not proven: ${limit}`);
  if (plan.length === 0) return [`${stack}: no migration is pending`, ...plain].join("\n");
  if (!applied) return [planText(done), "nothing was run", ...plain].join("\n");
  return [
    `${stack}: ${applied.length} migrations run by ${done.by}`,
    ...applied.map((id) => `  ${id}`),
    ...(backup
      ? [`dumped before to ${backup.address}`, `  SHA-256 ${backup.digest}`]
      : ["not dumped before"]),
    ...strange.map((version) => `only one side knows ${version}`),
    ...plain,
  ].join("\n");
}

/** Without the SQL, which stands in the files. */
export function migratedJson({ plan, applied, ...rest }: Migrated): object {
  return {
    ...rest,
    changed: applied !== undefined && applied.length > 0,
    pending: plan.map(({ id, losses, agreed }) => ({ id, losses, ...(agreed && { agreed }) })),
    applied: applied ?? [],
  };
}
