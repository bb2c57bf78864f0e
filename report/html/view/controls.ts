import { groupBy } from "../../../core/group";
import { countsOf, worstOf } from "../../counts";
import type { Counts, Report } from "../../model";
import { letterOf, rankOf, wordOf } from "../words";
import type { Anchors } from "./anchors";

/** Standards, each with its clauses and the rules that answer for them. */
export function controlsView({ controls, results }: Report, anchors: Anchors) {
  const byRule = groupBy(results, ({ rule }) => rule);
  return [...groupBy(controls, ({ standard }) => standard)].map(([standard, clauses]) => {
    const worst = clauses
      .map(({ state }) => state)
      .reduce((one, other) => (rankOf(one) <= rankOf(other) ? one : other));
    return {
      standard,
      letter: letterOf(worst),
      word: wordOf(worst),
      // What asks for attention is open from the start.
      open: worst === "fail" || worst === "unknown",
      clauses: clauses.map((control) => ({
        clause: control.clause,
        url: control.url,
        anchor: anchors.control(control),
        letter: letterOf(control.state),
        word: wordOf(control.state),
        answers: answersText(control.counts),
        rules: control.rules.map((id) => {
          const counts = countsOf(byRule.get(id) ?? []);
          const state = worstOf(counts);
          return {
            id,
            anchor: anchors.rule(id),
            letter: letterOf(state),
            word: wordOf(state),
            answers: answersText(counts),
          };
        }),
      })),
    };
  });
}

/** `3 hold, 1 fails`; what is not applicable only where nothing else is. */
export function answersText(counts: Counts): string {
  const { pass, fail, error, unknown, waived, notApplicable } = counts;
  const parts = [
    fail > 0 && `${fail} fail`,
    error > 0 && `${error} broke`,
    unknown > 0 && `${unknown} unknown`,
    waived > 0 && `${waived} waived`,
    pass > 0 && `${pass} hold`,
  ].filter((text) => typeof text === "string");
  if (parts.length > 0) return parts.join(", ");
  return notApplicable > 0 ? `${notApplicable} not applicable` : "no answer";
}
