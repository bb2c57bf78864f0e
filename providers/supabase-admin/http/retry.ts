/** How often and how long to try. All in milliseconds. */
export const limits = {
  attempts: 6,
  firstWait: 500,
  longestWait: 30_000,
  /** What a server may ask for; beyond it we give up at once and say so. */
  longestAsked: 120_000,
} as const;

/** Statuses after which another try can help. */
const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export function canPass(status: number): boolean {
  return passing.has(status);
}

/** Statuses by which a server says that it did nothing. Every other failure of a server leaves that open. */
export function refusedUntouched(status: number): boolean {
  return status === 429;
}

/**
 * Milliseconds before the next try: what the server asks for (`Retry-After`, seconds or an HTTP date), else between half
 * and all of a wait that doubles with each attempt. `attempt` counts from 1; `random` is from 0 to 1.
 */
export function waitBefore(
  attempt: number,
  retryAfter: string | null,
  { now, random }: { now: number; random: number },
): number {
  const asked = askedWait(retryAfter, now);
  if (asked !== undefined) return asked;
  const full = Math.min(limits.longestWait, limits.firstWait * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + random / 2));
}

function askedWait(retryAfter: string | null, now: number): number | undefined {
  if (!retryAfter) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
