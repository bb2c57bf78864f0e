import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { type StackPlace, stateFileIn } from "./file-backend";
import type { Host } from "./host";
import { isHeldByTheDead } from "./lock";

/**
 * What was mended: `attributes`, the note of type and checksum that the backend keeps beside a state file and writes in
 * place (`blob/fileblob/attrs.go` of gocloud.dev), or `state`, the file itself.
 */
export type Mended = "state" | "attributes";

/**
 * Makes what a killed engine left of a stack's state readable again, and answers what it took to. A state file that is cut
 * short or moved away gives way to the one from before the last write: what the lost write told stands there as an
 * operation under way, and is healed like one. Attributes that are cut short are removed; the backend does without them.
 * Only where the engine's lock tells that it was killed: a stack that was removed has no state either.
 */
export function mendCutState(place: StackPlace, host: Host, now: Date): readonly Mended[] {
  const file = stateFileIn(place);
  const attributes = `${file}.attrs`;
  const before = `${file}.bak`;
  const stateIsCut = !isWhole(file) && isWhole(before);
  const attributesAreCut = existsSync(attributes) && !isWhole(attributes);
  if (!(stateIsCut || attributesAreCut) || !isHeldByTheDead(place, host, now)) return [];
  if (stateIsCut) copyFileSync(before, file);
  if (attributesAreCut) rmSync(attributes);
  return [
    ...(stateIsCut ? ["state" as const] : []),
    ...(attributesAreCut ? ["attributes" as const] : []),
  ];
}

function isWhole(file: string): boolean {
  try {
    return Boolean(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return false;
  }
}
