import type { Tier } from "../../core/profile";
import { refusal } from "./refusal";
import { lossesIn } from "./losses";

/** A migration of the project, with what takes it back. */
export interface Migration {
  /** Name of its file without `.sql`: `20261101000000_error_events`. */
  id: string;
  /** What takes it back; left out where nobody wrote it. */
  reverse?: string;
  /** Migrations that this one takes back. */
  reverses: readonly string[];
}

/** What is true of a database when somebody wants to go back. */
export interface DatabaseFacts {
  tier: Tier;
  /** In the order in which they run. */
  migrations: readonly Migration[];
  /** The last migration that what runs after a rollback works with: `recovery.rollback.migration`. */
  declared?: string | undefined;
  /** Days to any moment of which it can be restored; none where that is not declared. */
  pitrDays?: number | undefined;
  /** Minutes of data that may be lost. */
  rpoMinutes?: number | undefined;
  now: Date;
}

/** Ways back. `reset` and `down` empty a database. */
export const databaseWays = ["reverse", "pitr", "reset", "down"] as const;
export type DatabaseWay = (typeof databaseWays)[number];

export interface ReversePlan {
  service: "database";
  way: "reverse";
  /** Newest first. */
  undone: string[];
  /** The migration that takes them back, as it is shipped. */
  file: { name: string; text: string };
  /** Statements that lose data. */
  losses: string[];
}

export interface PitrPlan {
  service: "database";
  way: "pitr";
  at: Date;
  /** Minutes of writes that are lost. */
  lostMinutes: number;
  /** More than the stack promises. */
  aboveRpo: boolean;
}

export interface EmptyingPlan {
  service: "database";
  way: "reset" | "down";
  command: string;
}

export type DatabasePlan = ReversePlan | PitrPlan | EmptyingPlan;

export interface DatabaseWish {
  way: DatabaseWay;
  /** A migration, or a moment. */
  to?: string | undefined;
  acceptLoss: boolean;
}

const service = "database";
const minute = 60_000;

// Requirement: DR-13, DB-10
/** The way back for a database. Throws what forbids it. */
export function planDatabase(facts: DatabaseFacts, wish: DatabaseWish): DatabasePlan {
  return ways[wish.way](facts, wish);
}

const ways: Readonly<Record<DatabaseWay, (f: DatabaseFacts, w: DatabaseWish) => DatabasePlan>> = {
  reverse: planReverse,
  pitr: planPitr,
  reset: (facts) => emptying(facts, "reset", "supabase db reset --linked"),
  down: (facts) => emptying(facts, "down", "supabase migration down --linked"),
};

/** Neither is a way back: both drop every schema of the users and run the migrations again. */
function emptying({ tier }: DatabaseFacts, way: "reset" | "down", command: string): EmptyingPlan {
  if (tier === "dev") return { service, way, command };
  throw refusal(service, `\`${command}\` drops every table of ${tier}, with all that is in it`, {
    allowed: "a reverse migration shipped forward, or a restore to a moment",
    fix: "use --by reverse or --by pitr",
  });
}

function planReverse(facts: DatabaseFacts, { to, acceptLoss }: DatabaseWish): ReversePlan {
  const last = lastKept(facts, to);
  const undone = undoneAfter(facts, last);
  if (undone.length === 0) {
    throw refusal(service, `no migration after ${last} is in force`, {
      allowed: "an earlier migration",
    });
  }
  const unwritten = undone.filter(({ reverse }) => reverse === undefined);
  if (unwritten.length > 0) {
    throw refusal(service, `nobody wrote what takes ${names(unwritten)} back`, {
      allowed: unwritten.map(({ id }) => `supabase/reverse/${id}.sql`).join(", "),
      fix: "write and review it, or restore with --by pitr",
    });
  }
  const losses = undone.flatMap(({ id, reverse = "" }) =>
    lossesIn(reverse).map((statement) => `${id}: ${statement}`),
  );
  if (losses.length > 0 && !acceptLoss && facts.tier !== "dev") {
    throw refusal(service, `it loses data: ${losses.join("; ")}`, {
      fix: "back it up and add --accept-loss, or restore with --by pitr",
    });
  }
  return {
    service,
    way: "reverse",
    undone: undone.map(({ id }) => id),
    file: fileOf(facts, undone),
    losses,
  };
}

function lastKept({ migrations, declared }: DatabaseFacts, to: string | undefined): string {
  const last = to ?? declared;
  if (last === undefined) {
    throw refusal(service, "the stack declares no migration to go back to", {
      fix: "name one with --to, or set groundwork:recovery rollback.migration",
    });
  }
  if (migrations.some(({ id }) => id === last)) return last;
  throw refusal(service, `no migration ${last}`, {
    allowed: `one of ${names(migrations.slice(-5)) || "none: supabase/migrations is empty"}`,
  });
}

/** Migrations after one that are in force, newest first: neither taken back nor there to take others back. */
function undoneAfter({ migrations }: DatabaseFacts, last: string): Migration[] {
  const at = migrations.findIndex(({ id }) => id === last);
  const gone = new Set(migrations.flatMap(({ reverses }) => reverses));
  return migrations
    .slice(at + 1)
    .filter(({ id, reverses }) => reverses.length === 0 && !gone.has(id))
    .reverse();
}

function fileOf({ now, migrations }: DatabaseFacts, undone: readonly Migration[]) {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const newest = migrations.at(-1)?.id.match(/^\d+/)?.[0] ?? "";
  if (Number(newest) >= Number(stamp)) {
    throw refusal(service, `the newest migration, ${newest}, is not of the past`, {
      fix: "set the clock right, or give that migration its own time",
    });
  }
  const name = `${stamp}_reverse_${undone.at(-1)!.id.replace(/^\d+_/, "")}.sql`;
  const text = [
    `${reversesMark} ${undone.map(({ id }) => id).join(" ")}`,
    ...undone.map(({ id, reverse = "" }) => `\n-- ${id}\n${reverse.trim()}`),
  ].join("\n");
  return { name, text: `${text}\n` };
}

/** Begins the first line of a migration that takes others back. */
const reversesMark = "-- Takes back:";

/** Which migrations a migration takes back, by its first line. */
export function reversesOf(sql: string): string[] {
  const [first = ""] = sql.split("\n");
  return first.startsWith(reversesMark)
    ? first.slice(reversesMark.length).split(" ").filter(Boolean)
    : [];
}

function planPitr(facts: DatabaseFacts, { to }: DatabaseWish): PitrPlan {
  const { pitrDays, rpoMinutes, now } = facts;
  if (pitrDays === undefined) {
    throw refusal(service, "the stack declares no recovery to a point in time", {
      fix: "restore the vendor's daily backup, or set groundwork:database pitr",
    });
  }
  const at = momentOf(to);
  const age = now.getTime() - at.getTime();
  if (age <= 0 || age > pitrDays * 24 * 60 * minute) {
    throw refusal(service, `${at.toISOString()} cannot be returned to`, {
      allowed: `a moment of the last ${pitrDays} days`,
    });
  }
  const lostMinutes = Math.ceil(age / minute);
  const aboveRpo = rpoMinutes !== undefined && lostMinutes > rpoMinutes;
  return { service, way: "pitr", at, lostMinutes, aboveRpo };
}

/** Only with its offset: a local time means another moment to each reader. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function momentOf(to: string | undefined): Date {
  if (to !== undefined && moment.test(to) && !Number.isNaN(Date.parse(to))) return new Date(to);
  throw refusal(service, to === undefined ? "no moment" : `--to ${to}`, {
    allowed: "--to with a moment and its offset: 2026-11-21T11:55:00Z",
  });
}

const names = (migrations: readonly Migration[]) => migrations.map(({ id }) => id).join(", ");
