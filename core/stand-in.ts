/** What every stand-in for a secret begins with. The offline run takes a text that holds it for unknown. */
export const standInPrefix = "stand-in-for-";

/** True for a text that stands where a secret's value would. */
export function isStandIn(value: unknown): boolean {
  return typeof value === "string" && value.startsWith(standInPrefix);
}
