import { type Answer, type Answers, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { mapOf } from "../maps";
import { readRecovery, recoveryOf, servicesOf } from "./parts";

/** The longest that a tier allows, in minutes: by part, and for whatever is not named here. */
export interface Bounds {
  readonly [part: string]: number;
  readonly overall: number;
}

/** Holds every objective of one sort to its part's bound. Whether there is one at all is another rule's. */
export function judgeObjectives(
  stack: StackView,
  promise: "rtoMinutes" | "rpoMinutes",
  bounds: Bounds,
): Answers {
  const objectives = readRecovery(stack, ["objectives"]);
  const urn = recoveryOf(stack)?.urn ?? stack.urn;
  if (objectives.state === "unknown") return unknown({ urn, property: "objectives" });
  const services = servicesOf(stack);
  const answers = Object.keys(mapOf(objectives)).flatMap((name): Answer[] => {
    const promised = readRecovery(stack, ["objectives", name, promise]);
    if (promised.state === "absent") return [];
    const kind = Object.hasOwn(services, name) ? "services" : name;
    const bound = bounds[kind] ?? bounds.overall;
    const property = `objectives.${name}.${promise}`;
    const evidence = { urn, property, input: property, wanted: `at most ${bound} minutes` };
    if (promised.state === "unknown") return [unknown(evidence)];
    const isKept = typeof promised.value === "number" && promised.value <= bound;
    return [
      isKept
        ? pass({ ...evidence, found: promised.value })
        : fail({ ...evidence, found: promised.value }),
    ];
  });
  return answers.length > 0 ? answers : notApplicable("the stack promises none");
}
