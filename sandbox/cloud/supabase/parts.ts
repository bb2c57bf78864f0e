import { type LedgerObject } from "../../ledger/record";

const prefix = "supabase:api/";

/** Type under which the ledger keeps what the Management API made of a project: `supabase:api/bucket:bucket`. */
export const partType = (kind: string): string => `${prefix}${kind}:${kind}`;

/** Whether something of the type is made over HTTP, by no provider that the sandbox serves. */
export const isPartType = (type: string): boolean => type.startsWith(prefix);

/** A project takes everything in it along when it goes. */
export function isPartOf({ type, id }: LedgerObject, projectRef: string): boolean {
  return type.startsWith(prefix) && id.startsWith(`${projectRef}/`);
}
