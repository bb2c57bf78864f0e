import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { textOf } from "../text";

/** What an alarm made of others says of them. Names are those of alarms, ARNs cut down to the name. */
export interface CompositeRule {
  /** Alarms that it names at all. */
  named: readonly string[];
  /** Alarms that make it go off; one that only silences it is not among them. */
  tells: readonly string[];
  /** True while its text is not known. */
  undecided: boolean;
}

/** `ALARM("a") OR ALARM(b)`; silencing parts are `NOT ALARM(…)` and `NOT (…)` with one level of brackets in it. */
const child = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*"?([^")]+?)"?\s*\)/g;
const silencing = /\bNOT\s*(?:\w+\s*\([^)]*\)|\((?:[^()]|\([^()]*\))*\))/g;

export function readComposite({ inputs }: DeclaredResource): CompositeRule {
  const reading = readProperty(inputs, ["alarmRule"]);
  const text = textOf(reading) ?? "";
  return {
    named: namesIn(text),
    tells: namesIn(text.replaceAll(silencing, "")),
    undecided: reading.state === "unknown",
  };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(child)].map(([, name = ""]) => name.replace(/^arn:.*:alarm:/, ""));
}
