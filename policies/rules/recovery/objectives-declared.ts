import { z } from "zod";
import {
  type PartKind,
  partKinds,
  partsOf,
  readRecovery,
  recoveryOf,
} from "../../lib/recovery/parts";
import { continuity } from "../../lib/recovery/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** What has to be promised of a part: the time until it serves again, the data that may be lost. */
const promises: Readonly<Record<PartKind, readonly ("rtoMinutes" | "rpoMinutes")[]>> = {
  configuration: ["rpoMinutes"],
  database: ["rtoMinutes", "rpoMinutes"],
  files: ["rpoMinutes"],
  previews: ["rtoMinutes"],
  services: ["rtoMinutes"],
  web: ["rtoMinutes"],
};

// Requirement: DR-02, DR-03, ENV-13, ENV-14
export const objectivesDeclared = defineRule({
  id: "objectives-declared",
  title: "Every part that can be lost has its recovery objectives",
  why: "Where nobody said how long a loss may last and how much it may cost, backups are bought by taste and the outage decides.",
  fix: "Write rtoMinutes and rpoMinutes for the part under groundwork:recovery.objectives.",
  severity: "medium",
  topics: ["recovery"],
  references: continuity,
  appliesTo: "stack",
  options: z.strictObject({
    parts: z.array(z.enum(partKinds)).describe("Kinds of parts that need objectives."),
  }),
  check: (stack, { options }) => {
    const parts = partsOf(stack).filter(({ kind }) => options.parts.includes(kind));
    if (parts.length === 0) return notApplicable("the tier asks for no objectives of what is here");
    const urn = recoveryOf(stack)?.urn ?? stack.urn;
    return parts.flatMap(({ name, kind }) =>
      promises[kind].map((promise): Answer => {
        const property = `objectives.${name}.${promise}`;
        const evidence = { urn, property, input: property, wanted: "a number of minutes" };
        const promised = readRecovery(stack, ["objectives", name, promise]);
        if (promised.state === "unknown") return unknown(evidence);
        if (promised.state === "absent") return fail({ ...evidence, found: null });
        return pass({ ...evidence, found: promised.value });
      }),
    );
  },
});
