import { type LedgerObject } from "../../ledger/record";

const prefix = "vercel:api/";

/** Type under which the ledger keeps what Vercel's REST API made of a project: `vercel:api/deployment:deployment`. */
export const partType = (kind: "deployment" | "production"): string => `${prefix}${kind}:${kind}`;

/** A project takes its deployments along when it goes. */
export function isPartOf({ type, outputs }: LedgerObject, projectId: string): boolean {
  return type.startsWith(prefix) && outputs["projectId"] === projectId;
}
