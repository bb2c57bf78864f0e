import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverMatches = defineRule({
  id: "waiver-matches",
  title: "Every waiver covers a finding",
  why: "A waiver that covers nothing waits for a finding that nobody has looked at.",
  fix: "Remove the waiver, or correct its target and property to what reports say of the finding.",
  severity: "medium",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("covers-nothing"), (outcome) => ({
      found: outcome.waiver?.target ?? null,
      message: `${nameOf(outcome)} covers no finding`,
    })),
});
