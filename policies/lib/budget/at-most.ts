import type { Reading } from "../../../core/value";
import { type Answer, type Evidence, fail, pass, unknown } from "../../rule";
import { textOf } from "../text";

/** A number that costs the more the higher it is, and what it may be at most. */
export interface Ceiling {
  evidence: Pick<Evidence, "urn" | "property" | "input">;
  reading: Reading;
  most: number;
  unit: string;
}

/** What is no number, or is not there although it has to be, has no ceiling. */
export function judgeCeiling({ evidence, reading, most, unit }: Ceiling): Answer {
  const wanted = `at most ${most} ${unit}`;
  if (reading.state === "unknown") return unknown({ ...evidence, wanted });
  const text = textOf(reading) ?? "";
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!(number >= 0)) return fail({ ...evidence, found: textOf(reading) ?? null, wanted });
  const found = `${number} ${unit}`;
  return number <= most
    ? pass({ ...evidence, found, wanted })
    : fail({ ...evidence, found, wanted });
}
