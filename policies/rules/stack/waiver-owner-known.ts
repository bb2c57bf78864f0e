import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverOwnerKnown = defineRule({
  id: "waiver-owner-known",
  title: "Every waiver is owned by somebody whom the stack names",
  why: "Nobody answers for an exception whose owner is misspelt or has left.",
  fix: "Name the owner of the stack or of its budget, or add the team to groundwork:policy.owners.",
  severity: "medium",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("unknown-owner"), (outcome) => {
      const found = outcome.waiver?.owner ?? "";
      const wanted = `one of ${outcome.problem ?? ""}`;
      const message = `${nameOf(outcome)} covers nothing: its owner ${found} is not known, wanted ${wanted}`;
      return { found, wanted, message };
    }),
});
