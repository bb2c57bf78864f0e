import { copyFileSync, readFileSync } from "node:fs";
import { type StackPlace, stateFileIn } from "./file-backend";
import type { Host } from "./host";
import { isHeldByTheDead } from "./lock";

/**
 * Puts the state from before the last write in place of one that a killed engine left cut short or moved away, and answers
 * whether it did. Only where the engine's lock tells that it was killed: a stack that was removed has no state either.
 * What the lost write told stands in the older state as an operation under way, and is healed like one.
 */
export function restoreCutState(place: StackPlace, host: Host, now: Date): boolean {
  const file = stateFileIn(place);
  const before = `${file}.bak`;
  if (isWhole(file) || !isWhole(before) || !isHeldByTheDead(place, host, now)) return false;
  copyFileSync(before, file);
  return true;
}

function isWhole(file: string): boolean {
  try {
    return Boolean(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return false;
  }
}
