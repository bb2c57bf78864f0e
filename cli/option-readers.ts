import { InvalidArgumentError } from "commander";
import { databaseWays } from "../operations/rollback/database";
import { scenarioNames } from "../operations/drill/scenarios";

/** `NAME=ID`; a name may itself hold `=`, as some URNs do, and an id of a vendor never does. */
export function adoption(text: string, before: unknown) {
  const at = text.lastIndexOf("=");
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError("NAME=ID is needed");
  return [...((before as unknown[] | undefined) ?? []), [text.slice(0, at), text.slice(at + 1)]];
}

/** A scenario of a drill. */
export function scenario(text: string): string {
  if (scenarioNames.some((name) => name === text)) return text;
  throw new InvalidArgumentError(`one of ${scenarioNames.join(", ")} is needed`);
}

/** A way in which a database goes back. */
export function databaseWay(text: string): string {
  if (databaseWays.some((way) => way === text)) return text;
  throw new InvalidArgumentError(`one of ${databaseWays.join(", ")} is needed`);
}

/** A number above 0. */
export function positiveNumber(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("a number above 0 is needed");
}

/** A whole number from 1. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("a whole number from 1 is needed");
}

/** The first moment of a day, `YYYY-MM-DD` in UTC. */
export function calendarDay(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf());
  if (real && date.toISOString().startsWith(text)) return date;
  throw new InvalidArgumentError("a day such as 2026-11-01 is needed");
}
