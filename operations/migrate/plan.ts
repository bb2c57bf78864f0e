import type { Tier } from "../../core/profile";
import { type Problem, UserError } from "../../core/errors";
import { reversesOf } from "../rollback/database";
import { lossNote, type Migration, rollbackNote, versionOf } from "./migration";
import { destructiveIn, unfitIn } from "./statements";

/** What is true of a database and its migrations before any of them is run. */
export interface MigrationFacts {
  tier: Tier;
  /** Those of the project, in the order of their names. */
  migrations: readonly Migration[];
  /** Versions that the database says it ran. */
  applied: readonly string[];
}

export interface PlannedMigration extends Migration {
  /** Statements that lose data, and who agreed to that. */
  losses: string[];
  agreed: string | undefined;
}

const folder = "supabase/migrations";

// Requirement: DB-09
/**
 * What is to be run, oldest first. Throws everything that forbids it at once: a migration that nobody can take back, one
 * that loses data unasked, one that cannot be run as a whole or not at all, and a database that knows others. `accepted`
 * names migrations whose losses whoever starts this agrees to.
 */
export function planMigrations(
  { tier, migrations, applied }: MigrationFacts,
  accepted: readonly string[],
): PlannedMigration[] {
  const done = new Set(applied);
  const pending = migrations.filter((one) => !done.has(versionOf(one)));
  const planned = pending.map((one) => {
    const losses = destructiveIn(one.sql);
    return { ...one, losses, agreed: agreementTo(one, accepted, tier) };
  });
  const problems = [
    ...historyProblems(migrations, applied, pending),
    ...acceptedProblems(accepted, pending),
    ...planned.flatMap((one) => problemsOf(one, tier)),
  ];
  if (problems.length > 0) throw new UserError(problems);
  return planned;
}

function agreementTo(one: Migration, accepted: readonly string[], tier: Tier): string | undefined {
  const note = lossNote(one);
  if (note !== undefined) return note;
  if (accepted.includes(one.id)) return "--accept-loss";
  return tier === "dev" ? "dev" : undefined;
}

/** A migration takes itself back, or others: then it is the way back. */
const hasWayBack = (one: Migration) =>
  one.reversed || rollbackNote(one) !== undefined || reversesOf(one.sql).length > 0;

function problemsOf(one: PlannedMigration, tier: Tier): Problem[] {
  const { id, sql, losses, agreed } = one;
  const where = { file: `${folder}/${id}.sql` };
  const back: Problem = {
    ...{ where, found: "nobody wrote what takes it back" },
    allowed: `supabase/reverse/${id}.sql, or a line \`-- Rollback: …\` that says how it is taken back`,
    fix: "write it, and have both reviewed together",
  };
  const loses: Problem = {
    ...{ where, found: `it loses data: ${losses.join("; ")}` },
    allowed: `a line \`-- Loses data: …\` in it that says why, or --accept-loss ${id}`,
    fix: "first ship what no longer needs the data, then agree to losing it",
  };
  const unfit = unfitIn(sql);
  const whole: Problem = {
    ...{ where, found: `it cannot be one transaction: ${unfit.join("; ")}` },
    allowed: "statements that hold together or not at all",
    fix: "send such a statement by itself, by hand, beside the migrations",
  };
  return [
    ...(hasWayBack(one) || tier === "dev" ? [] : [back]),
    ...(losses.length > 0 && agreed === undefined ? [loses] : []),
    ...(unfit.length > 0 ? [whole] : []),
  ];
}

function historyProblems(
  migrations: readonly Migration[],
  applied: readonly string[],
  pending: readonly Migration[],
): Problem[] {
  const known = new Set(migrations.map(versionOf));
  const strange = applied.filter((version) => !known.has(version));
  const newest =
    applied
      .filter((version) => known.has(version))
      .toSorted()
      .at(-1) ?? "";
  const late = pending.filter((one) => versionOf(one) < newest).map(({ id }) => id);
  const twice = migrations
    .filter((one, at) => migrations.findIndex((it) => versionOf(it) === versionOf(one)) !== at)
    .map(({ id }) => id);
  const rows: [ids: string[], found: string, fix: string][] = [
    [
      strange,
      "the database ran what is not here",
      "take the branch that has it, or mend the history with `supabase migration repair`",
    ],
    [
      late,
      `older than the newest that the database ran (${newest}), and not run`,
      "give it a time of its own, after the others",
    ],
    [twice, "its version is another's too", "give each migration a time of its own"],
  ];
  return rows.flatMap(([ids, found, fix]) =>
    ids.map((id) => ({ where: { path: `${folder}: ${id}` }, found, fix })),
  );
}

function acceptedProblems(accepted: readonly string[], pending: readonly Migration[]): Problem[] {
  return accepted
    .filter((id) => !pending.some((one) => one.id === id))
    .map((id) => ({
      where: { path: "--accept-loss" },
      found: `no pending migration ${id}`,
      allowed: pending.map((one) => one.id).join(", ") || "nothing: none is pending",
    }));
}
