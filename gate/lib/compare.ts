import { UNKNOWN } from "../../core/value";
import { type Answer, fail, makeKnown, unknown } from "../../policies/rule";
import type { Measure } from "./measure";

/**
 * What got weaker between two readings of the same things. What is not said any more counts as `gone`, which is weaker
 * than anything said; what is said for the first time cannot be weaker.
 */
export function weakened(
  urn: string,
  before: readonly Measure[],
  after: readonly Measure[],
): Answer[] {
  const now = new Map(after.map((measure) => [measure.what, measure]));
  return before.flatMap((was) => answer(urn, was, now.get(was.what) ?? gone(was)) ?? []);
}

function answer(urn: string, was: Measure, is: Measure): Answer | undefined {
  if (was.strength === UNKNOWN) return undefined;
  const { property, input } = is;
  const evidence = { urn, property, ...(input !== undefined && { input }), wanted: was.text };
  if (is.strength === UNKNOWN) {
    const message = `${was.what} ${was.text} → a value that is not known before the update; ${makeKnown}`;
    return unknown({ ...evidence, message });
  }
  if (is.strength >= was.strength) return undefined;
  return fail({ ...evidence, found: is.text, message: `${was.what} ${was.text} → ${is.text}` });
}

function gone(was: Measure): Measure {
  return { ...was, strength: was.strength === UNKNOWN ? UNKNOWN : -Infinity, text: "none" };
}
