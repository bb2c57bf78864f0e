import { z } from "zod";
import { profileOf, readinessOf, saidDay } from "../../lib/recovery/readiness";
import { changeControl, tested } from "../../lib/recovery/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

const day = 86_400_000;

// Requirement: REL-16
export const readinessFresh = defineRule({
  id: "readiness-fresh",
  title: "Readiness was looked at within the last year",
  why: "Vendors, records and people change, and a look of years ago says nothing about the release of today.",
  fix: "Look at it again, and write the new date and evidence under groundwork:readiness.",
  severity: "low",
  topics: ["recovery", "governance"],
  references: [...changeControl, ...tested],
  appliesTo: "stack",
  options: z.strictObject({
    maxDays: z.int().min(1).max(3650).describe("Days after which a look counts as old."),
  }),
  check: (stack, { options: { maxDays }, today }) => {
    const dated = readinessOf(stack).filter(({ date }) => date.state !== "absent");
    if (dated.length === 0) return notApplicable("no readiness is recorded");
    const urn = profileOf(stack)?.urn ?? stack.urn;
    const oldest = new Date(Date.parse(today) - maxDays * day).toISOString().slice(0, 10);
    return dated.map(({ property, date }): Answer => {
      const evidence = { urn, property: `${property}.date`, wanted: `${oldest} or later` };
      if (date.state === "unknown") return unknown(evidence);
      const found = saidDay(date);
      if (found === undefined) return notApplicable(`${property}.date is no day`, urn);
      // Days in this form compare as text.
      return found >= oldest ? pass({ ...evidence, found }) : fail({ ...evidence, found });
    });
  },
});
