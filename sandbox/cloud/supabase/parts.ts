import { type LedgerObject } from "../../ledger/record";

const prefix = "supabase:api/";

/** Type under which the ledger keeps what the Management API made of a project: `supabase:api/bucket:bucket`. */
export const partType = (kind: string): string => `${prefix}${kind}:${kind}`;

/** A project takes everything in it along when it goes. */
export function isPartOf({ type, id }: LedgerObject, projectRef: string): boolean {
  return type.startsWith(prefix) && id.startsWith(`${projectRef}/`);
}
