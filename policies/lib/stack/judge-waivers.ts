import type { Judgement } from "../../judgement";
import { type Answer, type Evidence, fail, notApplicable, pass } from "../../rule";
import type { WaiverFate, WaiverOutcome } from "../../waivers";

/** One answer for each waiver that met the fate in question; `say` words it. */
export function judgeWaivers(
  { waivers }: Judgement,
  fate: WaiverFate,
  say: (outcome: WaiverOutcome) => Evidence,
): Answer[] {
  if (waivers.length === 0) return [notApplicable("the stack has no waivers")];
  const met = waivers.filter((outcome) => outcome.fate === fate);
  if (met.length === 0) return [pass()];
  return met.map((outcome) => {
    const place = `waivers[${outcome.index}]`;
    return fail({ property: place, input: place, ...say(outcome) });
  });
}

/** How messages name a waiver: `waiver 2 (csp-no-unsafe on web-headers)`. Counted from 1, as people count. */
export function nameOf({ index, waiver }: WaiverOutcome): string {
  return waiver
    ? `waiver ${index + 1} (${waiver.rule} on ${waiver.target})`
    : `waiver ${index + 1}`;
}
