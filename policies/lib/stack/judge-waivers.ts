import type { Judgement } from "../../judgement";
import { type Answer, type Evidence, fail, notApplicable, pass } from "../../rule";
import type { WaiverFate, WaiverOutcome } from "../../waivers/outcome";

/** One answer for each waiver of which this is true; `say` words it. */
export function judgeWaivers(
  { waivers }: Pick<Judgement, "waivers">,
  isWrong: (outcome: WaiverOutcome) => boolean,
  say: (outcome: WaiverOutcome) => Evidence,
): Answer[] {
  if (waivers.length === 0) return [notApplicable("the stack has no waivers")];
  const wrong = waivers.filter(isWrong);
  if (wrong.length === 0) return [pass()];
  return wrong.map((outcome) => {
    const place = `waivers[${outcome.index}]`;
    return fail({ property: place, input: place, ...say(outcome) });
  });
}

export function hasFate(fate: WaiverFate): (outcome: WaiverOutcome) => boolean {
  return (outcome) => outcome.fate === fate;
}

/** As many names as a line holds. */
const named = 8;

/** One answer for each waiver that is about more findings than it may cover. */
export function judgeWithinMax(waivers: readonly WaiverOutcome[]): Answer[] {
  return judgeWaivers({ waivers }, hasFate("covers-too-many"), (outcome) => {
    const { hits, waiver } = outcome;
    const rest = hits.length > named ? ` and ${hits.length - named} more` : "";
    const found = `${hits.length} findings: ${hits.slice(0, named).join(", ")}${rest}`;
    const wanted = `at most ${waiver?.max ?? 1}`;
    const message = `${nameOf(outcome)} covers nothing: it is about ${found}; ${wanted} may be covered`;
    return { found, wanted, message };
  });
}

/** How messages name a waiver: `waiver 2 (csp-no-unsafe on web-headers)`. Counted from 1, as people count. */
export function nameOf({ index, waiver }: WaiverOutcome): string {
  return waiver
    ? `waiver ${index + 1} (${waiver.rule} on ${waiver.target})`
    : `waiver ${index + 1}`;
}
