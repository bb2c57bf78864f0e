import type { Severity } from "../../core/finding";
import type { ReportVerdict, ReportedResult, ReportedRun } from "../model";

/** An answer as the page tells it: what is waived is told as that alone. */
export type Shown = ReportedResult["state"] | "waived";

/** Worst first. The letter names the state in classes and filters: there are many of them. */
export const states: readonly { state: Shown; letter: string; word: string; means: string }[] = [
  {
    state: "fail",
    letter: "f",
    word: "fails",
    means: "What was found is not what the rule wants. A mandatory rule refuses the update.",
  },
  {
    state: "error",
    letter: "e",
    word: "error",
    means: "The rule itself broke. That counts as a failure, because nothing was proved.",
  },
  {
    state: "unknown",
    letter: "u",
    word: "unknown",
    means:
      "A value that decides is not known before the update. It is never a pass: a mandatory rule refuses, unless the stack allows it.",
  },
  {
    state: "waived",
    letter: "w",
    word: "waived",
    means:
      "It does not hold, and an owner has accepted that in writing until a date. It does not count as holding.",
  },
  {
    state: "pass",
    letter: "p",
    word: "holds",
    means: "The rule judged this target, and it is as the rule wants.",
  },
  {
    state: "not-applicable",
    letter: "n",
    word: "not applicable",
    means: "There is nothing here that the rule is about. It proves nothing either way.",
  },
];

const byState = new Map(states.map((one) => [one.state, one]));

export function letterOf(state: Shown): string {
  return byState.get(state)?.letter ?? "n";
}

export function wordOf(state: Shown): string {
  return byState.get(state)?.word ?? state;
}

export function shownState({ state, waiver }: Pick<ReportedResult, "state" | "waiver">): Shown {
  return waiver ? "waived" : state;
}

/** How bad a state is: 0 for the worst. */
export function rankOf(state: Shown): number {
  return states.findIndex((one) => one.state === state);
}

export const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

export const verdicts: Readonly<
  Record<ReportVerdict, { letter: string; word: string; means: string }>
> = {
  clean: {
    letter: "p",
    word: "Clean",
    means: "No rule has anything to say against this update.",
  },
  advice: {
    letter: "a",
    word: "May go on, with advice",
    means: "No mandatory rule says no. Advisory rules ask for attention.",
  },
  refused: {
    letter: "f",
    word: "Refused",
    means: "At least one mandatory rule says no, so the update does not run.",
  },
  broken: {
    letter: "e",
    word: "Did not come to its end",
    means: "The run stopped early. What follows is as far as it came, and proves nothing beyond.",
  },
};

export const origins: Readonly<Record<ReportedRun["origin"], string>> = {
  check: "check of the program",
  preview: "preview",
  up: "update",
  state: "audit of a state",
  events: "events of an engine",
};
