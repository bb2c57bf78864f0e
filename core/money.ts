/** Dollars as whole cents: sums of them are exact. */
export function inCents(dollars: number): number {
  return Math.round(dollars * 100);
}

/** Whether a sum has no part of a cent, but for what a float makes of it. */
export function isWholeCents(dollars: number): boolean {
  return Math.abs(dollars * 100 - inCents(dollars)) < 1e-6;
}

/** The sum in cents. */
export function sumInCents(dollars: readonly number[]): number {
  return dollars.reduce((cents, one) => cents + inCents(one), 0);
}
