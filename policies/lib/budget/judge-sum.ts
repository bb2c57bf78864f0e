import type { Decimal } from "decimal.js";
import { type Answer, type Evidence, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { estimateOf, undecided } from "./estimate";
import { dollars, inCents } from "./money";
import { unpricedInWords } from "./words";

/** A sum of the estimate and the most that it may come to, US dollars a month. */
export interface JudgedSum {
  evidence: Pick<Evidence, "urn" | "property" | "input">;
  sum: Decimal;
  most: Decimal.Value;
  /** What a failure says. */
  tell: () => string;
  /** Types whose cost is in the sum; all of them when left out. */
  counts?: (type: string) => boolean;
}

/**
 * Judges in whole cents, so that what is shown is what is judged. A sum that holds so far is unknown while something in
 * it may cost anything. A finding is told by its sentence alone, which has the sums in it.
 */
export function judgeSum(stack: StackView, judged: JudgedSum): Answer {
  const { evidence, sum, most, tell, counts = () => true } = judged;
  if (inCents(sum).gt(inCents(most))) return fail({ ...evidence, message: tell() });
  const open = undecided(estimateOf(stack)).filter(({ type }) => counts(type));
  if (open.length === 0) {
    return pass({ ...evidence, found: dollars(sum), wanted: `at most ${dollars(most)}` });
  }
  const message = `${dollars(sum)} a month is expected without what cannot be priced yet: ${unpricedInWords(open)}`;
  return unknown({ ...evidence, message });
}
