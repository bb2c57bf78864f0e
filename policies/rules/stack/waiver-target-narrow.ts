import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverTargetNarrow = defineRule({
  id: "waiver-target-narrow",
  title: "No waiver switches a mandatory rule off for everything",
  why: "A rule that is waived everywhere is no rule, and nobody decided about what is declared next.",
  fix: "Name the resource, the component (component:<name>), or at least three characters of the name beside the stars.",
  severity: "high",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("too-wide"), (outcome) => ({
      found: outcome.waiver?.target ?? null,
      message: `${nameOf(outcome)} covers nothing: its target means whatever there is, and the rule is mandatory`,
    })),
});
