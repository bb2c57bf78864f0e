/** What the registry says of one secret, as far as its next value goes. */
export interface Registered {
  source: "generated" | "required" | "declared";
  /** Another text makes another value; by custom the day of the last one. */
  keeper?: string | undefined;
  /** Days that a value may be used. */
  rotationDays: number;
}

const dayInMs = 24 * 60 * 60 * 1000;

// Requirement: OPS-04, SECR-08
/**
 * The generated secrets whose value is as old as the registry allows, in its order. One whose keeper is no day is due: how
 * old its value is, nothing tells.
 */
export function dueSecrets(registry: Readonly<Record<string, Registered>>, now: Date): string[] {
  return Object.entries(registry)
    .filter(([, { source, keeper, rotationDays }]) => {
      if (source !== "generated") return false;
      const made = /^\d{4}-\d{2}-\d{2}/.test(keeper ?? "") ? Date.parse(keeper ?? "") : Number.NaN;
      return Number.isNaN(made) || now.getTime() - made >= rotationDays * dayInMs;
    })
    .map(([name]) => name);
}

/** The day, or the very moment where the secret was made today already. */
export function nextKeeper(current: string | undefined, now: Date): string {
  const moment = now.toISOString();
  const day = moment.slice(0, "YYYY-MM-DD".length);
  return current?.startsWith(day) ? moment : day;
}
