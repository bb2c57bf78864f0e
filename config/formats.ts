import { z } from "zod";

/*
 * Text formats that several sections share. A custom message says what is allowed, as a half-sentence that
 * follows "expected", and after a semicolon what to do.
 */

const label = "(?!-)[A-Za-z0-9-]{1,63}(?<!-)";
const hostPattern = new RegExp(
  `^(?=.{1,253}$)${label}(\\.${label})*\\.(?!-)[A-Za-z][A-Za-z0-9-]{1,62}(?<!-)$`,
);

/** Text that says something: not empty, not only blanks. */
export const text = (what: string) =>
  z
    .string()
    .regex(/\S/, `${what}; write it out or leave the key away`)
    .max(1000, `${what} of at most 1,000 characters`);

/** A switch that a stack file may leave out. */
export const flag = (what: string) => z.boolean().optional().describe(what);

/** A whole number between two bounds, both allowed, that a stack file may leave out. */
export const count = (least: number, most: number, what: string) =>
  z.int().min(least).max(most).optional().describe(what);

/** What a stack file calls one of several things; the name stands in the names of resources. */
export const shortName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/,
    "a short name of lower-case letters, digits and hyphens",
  );

/** What a stack file calls a part of the product, or what it needs: `app`, `database`, a service. */
export const ownName = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, "a name of lower-case letters, digits, hyphens");

/** A public host name in lower case, without scheme, port, path or wildcard. */
export const hostName = z
  .string()
  .regex(
    hostPattern,
    "a bare host name such as app.example.com; leave out the scheme, the port and the path",
  )
  .regex(/^[^A-Z]*$/, "a host name in lower case");

const emailPattern = /^[A-Za-z0-9_.+-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

export const emailAddress = z
  .string()
  .max(50, "an e-mail address of at most 50 characters, which is what AWS Budgets takes")
  .regex(emailPattern, "an e-mail address such as platform@example.com");

/** What Unix, Vercel and Supabase take as the name of an environment variable. */
export const variableKeyPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The name of a secret: `pulumi config set --secret --path 'groundwork:secrets.NAME'`. */
export const secretName = z
  .string()
  .regex(
    variableKeyPattern,
    "the name of a secret in groundwork:secrets: letters, digits and _, not beginning with a digit",
  );

/** A time span as Go writes it: `15m`, `1h30m`. */
export const goDuration = z
  .string()
  .regex(
    /^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$/,
    'a time span such as "90s", "15m" or "1h30m"; give the number its unit',
  );

const datePattern = /^(\d{4}-\d{2}-\d{2})( 00:00:00 \+0000 UTC)?$/;

/**
 * A calendar day, given out as `YYYY-MM-DD`. The engine turns an unquoted date into
 * `2026-12-01 00:00:00 +0000 UTC` before the program sees it, so that spelling is taken as well.
 */
export const calendarDay = z
  .string()
  .regex(datePattern, "a day written YYYY-MM-DD, such as 2027-03-31")
  .refine(isRealDay, "a day that the calendar has")
  .overwrite((day) => day.slice(0, "YYYY-MM-DD".length));

function isRealDay(given: string): boolean {
  const day = given.slice(0, "YYYY-MM-DD".length);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
}
