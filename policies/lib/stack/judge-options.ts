import { type Answer, fail, pass } from "../../rule";
import type { OptionProblem } from "../../judgement";

/** One answer for each option of the stack that does not count for this reason. */
export function judgeOptions(
  problems: readonly OptionProblem[],
  kind: OptionProblem["kind"],
): Answer[] {
  const broken = problems.filter((problem) => problem.kind === kind);
  if (broken.length === 0) return [pass()];
  return broken.map(({ path, found, wanted }) =>
    fail({ property: path, input: path, found, wanted }),
  );
}
