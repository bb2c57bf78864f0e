import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { alarmNameOf, alarmsOf } from "../../lib/observability/alarms";
import { readComposite } from "../../lib/observability/composites";
import { itemsOf } from "../../lib/lists";
import { alarmActed, incidentResponse } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: ALRT-10
export const alarmHasRoute = defineRule({
  id: "alarm-has-route",
  title: "Every alarm does something, by itself or through an alarm made of it",
  why: "An alarm without an action turns red in a console that nobody has open.",
  fix: "Give the alarm alarmActions, or name it in a composite alarm that has some.",
  severity: "high",
  topics: ["alerts"],
  references: [alarmActed, incidentResponse],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const composites = stack.ofType(providerTypes.awsCompositeAlarm).map(readComposite);
    const told = {
      names: new Set(composites.flatMap(({ tells }) => tells)),
      undecided: composites.some(({ undecided }) => undecided),
    };
    return alarmsOf(stack).map((alarm) => judgeAlarm(alarm, told));
  },
});

interface Told {
  /** Names of alarms that make a composite alarm go off. */
  names: ReadonlySet<string | undefined>;
  undecided: boolean;
}

function judgeAlarm(alarm: DeclaredResource, told: Told): Answer {
  const property = "alarmActions";
  const evidence = { urn: alarm.urn, property, wanted: "an action" };
  const actions = readProperty(alarm.inputs, [property]);
  const count = itemsOf(actions).length;
  if (count > 0) return pass({ ...evidence, found: `${count} action${count === 1 ? "" : "s"}` });
  if (told.names.has(textOf(alarmNameOf(alarm)))) {
    return pass({ ...evidence, found: "an alarm made of it" });
  }
  if (actions.state === "unknown" || told.undecided) return unknown(evidence);
  return fail({ ...evidence, found: null });
}
