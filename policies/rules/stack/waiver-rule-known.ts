import { z } from "zod";
import { judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverRuleKnown = defineRule({
  id: "waiver-rule-known",
  title: "Every waiver names a rule that exists and may be waived",
  why: "A waiver for a rule that is gone or misspelt hides that nobody looks after it.",
  fix: "Correct the rule's id, or remove the waiver; rules about the profile and its waivers cannot be waived.",
  severity: "medium",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, "unknown-rule", (outcome) => ({
      found: outcome.waiver?.rule ?? null,
      message: `${nameOf(outcome)} covers nothing: no rule of that id can be waived`,
    })),
});
