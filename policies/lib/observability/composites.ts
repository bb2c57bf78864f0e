import { alarmsNamed, alarmsTelling } from "../../../core/composite-alarm";
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

export function readComposite({ inputs }: DeclaredResource): CompositeRule {
  const reading = readProperty(inputs, ["alarmRule"]);
  const text = textOf(reading) ?? "";
  return {
    named: alarmsNamed(text),
    tells: alarmsTelling(text),
    undecided: reading.state === "unknown",
  };
}
