import { type StoredValue } from "../ledger/record";
import { type Body, HttpError } from "./answer";

/** What one field of a body may hold. */
export type Field = (value: StoredValue) => boolean;

export const integer =
  (least: number, most: number): Field =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

export const oneOf =
  (...allowed: string[]): Field =>
  (value) =>
    typeof value === "string" && allowed.includes(value);

export const boolean: Field = (value) => typeof value === "boolean";

export const matching =
  (form: RegExp): Field =>
  (value) =>
    typeof value === "string" && form.test(value);

export const texts: Field = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

export const orNull =
  (field: Field): Field =>
  (value) =>
    value === null || field(value);

/** The known fields of a body. Throws 400 as the API does for one of another form, or a required one that is missing. */
export function take(
  body: Body,
  fields: Readonly<Record<string, Field>>,
  required: readonly string[] = [],
): Record<string, StoredValue> {
  for (const name of required) {
    if (body[name] === undefined) throw new HttpError(400, `${name}: Required`);
  }
  const given = Object.keys(fields).filter((name) => body[name] !== undefined);
  for (const name of given) {
    const value = body[name] as StoredValue;
    if (!fields[name]?.(value)) throw new HttpError(400, `${name}: Invalid input`);
  }
  return Object.fromEntries(given.map((name) => [name, body[name] as StoredValue]));
}
