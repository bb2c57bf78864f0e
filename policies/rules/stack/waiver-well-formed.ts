import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverWellFormed = defineRule({
  id: "waiver-well-formed",
  title: "Every waiver names rule, target, reason, owner and last day",
  why: "An exception without reason, owner or end is a rule switched off for ever.",
  fix: 'Fill in rule, target, reason, owner and expires, the day in quotes: "2027-01-31".',
  severity: "high",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("malformed"), (outcome) => ({
      message: `${nameOf(outcome)} covers nothing, because it cannot be read: ${outcome.problem ?? "entry"}`,
    })),
});
