import { UserError } from "../../core/errors";

/** What stands for a place in a problem of a rollback: which service is meant. */
const place = (service: string) => ({ path: `rollback of ${service}` });

/** A rollback that cannot or must not be: what was found, what is allowed and what to do. */
export function refusal(
  service: string,
  found: string,
  more: { allowed?: string; fix?: string } = {},
): UserError {
  return new UserError([{ where: place(service), found, ...more }]);
}
