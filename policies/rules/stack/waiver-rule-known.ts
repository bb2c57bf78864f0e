import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverRuleKnown = defineRule({
  id: "waiver-rule-known",
  title: "Every waiver names a rule that exists",
  why: "A waiver for a rule that is gone or misspelt hides that nobody looks after it.",
  fix: "Correct the rule's id, or remove the waiver.",
  severity: "medium",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("unknown-rule"), (outcome) => ({
      found: outcome.waiver?.rule ?? null,
      message: `${nameOf(outcome)} covers nothing: there is no rule of that id`,
    })),
});
