import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { alarmNameOf, alarmsOf } from "../../lib/observability/alarms";
import { readComposite } from "../../lib/observability/composites";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: ALRT-09, ALRT-22
export const compositeChildrenExist = defineRule({
  id: "composite-children-exist",
  title: "Alarms made of others name alarms that exist",
  why: "CloudWatch takes a name that nobody has and counts it as no data, so that the alarm is deaf on that side.",
  fix: "Take the names in alarmRule from the alarms themselves.",
  severity: "medium",
  topics: ["alerts"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const names = alarmsOf(stack).map(alarmNameOf);
    const existing = {
      names: new Set(names.map(textOf)),
      undecided: names.some(({ state }) => state === "unknown"),
    };
    return stack
      .ofType(providerTypes.awsCompositeAlarm)
      .map((composite) => judgeComposite(composite, existing));
  },
});

function judgeComposite(
  composite: DeclaredResource,
  existing: { names: ReadonlySet<string | undefined>; undecided: boolean },
): Answer {
  const wanted = "alarms of the stack";
  const evidence = { urn: composite.urn, property: "alarmRule", wanted };
  const { named, undecided } = readComposite(composite);
  const missing = named.filter((name) => !existing.names.has(name));
  if (undecided || (missing.length > 0 && existing.undecided)) return unknown(evidence);
  if (named.length === 0) return fail({ ...evidence, found: null });
  if (missing.length > 0) return fail({ ...evidence, found: missing.join(", ") });
  return pass({ ...evidence, found: named.join(", ") });
}
