import { z } from "zod";
import { judgeWaivers, nameOf } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverNotEnding = defineRule({
  id: "waiver-not-ending",
  title: "No waiver is about to end",
  why: "Once it is over, the next update is refused, whatever that update was for.",
  fix: "Mend what is waived before the last day, or decide anew with its owner.",
  severity: "low",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({
    days: z.int().min(0).describe("Days before its last one from which a waiver is told."),
  }),
  check: (judgement, { options: { days } }) =>
    judgeWaivers(
      judgement,
      ({ fate, daysLeft }) => fate === "holds" && daysLeft !== undefined && daysLeft <= days,
      (outcome) => {
        const { waiver, daysLeft } = outcome;
        const found = waiver?.expires ?? "";
        const when = daysLeft === 0 ? "today" : `in ${daysLeft} ${daysLeft === 1 ? "day" : "days"}`;
        const message = `${nameOf(outcome)} ends on ${found} (UTC), ${when}`;
        return { found, wanted: `more than ${days} days from now`, message };
      },
    ),
});
