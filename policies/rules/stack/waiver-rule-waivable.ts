import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverRuleWaivable = defineRule({
  id: "waiver-rule-waivable",
  title: "No waiver is for a rule that cannot be waived",
  why: "A few rules hold what no reason and no date makes good.",
  fix: "Mend what the rule finds, and remove the waiver.",
  severity: "high",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("unwaivable"), (outcome) => ({
      found: outcome.waiver?.rule ?? null,
      message: `${nameOf(outcome)} covers nothing: ${outcome.problem ?? ""}`,
    })),
});
