import type { RunSettings } from "../profile";

/** Who may answer for something: whoever answers for the stack or its budget, and whom the stack names besides. */
export function ownersOf({
  owner,
  owners,
  budget,
}: Pick<RunSettings, "owner" | "owners" | "budget">): string[] {
  return [...new Set([owner, ...(budget ? [budget.owner] : []), ...owners])];
}
