import { z } from "zod";
import { hasFate, judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverNotExpired = defineRule({
  id: "waiver-not-expired",
  title: "No waiver is past its last day",
  why: "An exception that outlives its end was never an exception.",
  fix: "Mend what was waived and remove the waiver, or have its owner set a new last day with a new reason.",
  severity: "high",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: (judgement) =>
    judgeWaivers(judgement, hasFate("expired"), (outcome) => {
      const found = outcome.waiver?.expires ?? "";
      const message = `${nameOf(outcome)} ended on ${found} and covers nothing since, today is ${judgement.today} (UTC)`;
      return { found, wanted: `${judgement.today} or later`, message };
    }),
});
