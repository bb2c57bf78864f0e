import { Decimal } from "decimal.js";
import { UserError } from "../../../core/errors";

/** A calendar month in UTC, as far as it has gone. */
export interface Month {
  /** `2026-10` */
  name: string;
  from: Date;
  /** The first moment after what is asked for. */
  to: Date;
  /** Part of the month that has gone: 1 for one that is over. */
  part: Decimal;
}

/** The month that was named; left out, the last whole one. One that has not begun is refused. */
export function monthOf(given: string | undefined, now: Date): Month {
  const [year, index] = given === undefined ? lastWhole(now) : parsed(given);
  const from = new Date(Date.UTC(year, index));
  const end = new Date(Date.UTC(year, index + 1));
  const name = from.toISOString().slice(0, 7);
  if (from >= now) throw refused(given ?? name, "a month that has not begun");
  const to = end > now ? now : end;
  const part = new Decimal(to.getTime() - from.getTime()).div(end.getTime() - from.getTime());
  return { name, from, to, part };
}

/** `2026-10`, or `2026-11 to date` */
export function monthWords({ name, part }: Month): string {
  return part.lt(1) ? `${name} to date` : name;
}

function lastWhole(now: Date): [number, number] {
  return [now.getUTCFullYear(), now.getUTCMonth() - 1];
}

function parsed(given: string): [number, number] {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(given);
  if (!match) throw refused(given, "no month");
  return [Number(match[1]), Number(match[2]) - 1];
}

function refused(given: string, found: string): UserError {
  return new UserError(
    [
      {
        where: { path: `--month ${given}` },
        found,
        allowed: "a month that has begun, as YYYY-MM",
        fix: "write it as --month 2026-10, or leave it out for the last whole month",
      },
    ],
    2,
  );
}
