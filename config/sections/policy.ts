import { z } from "zod";
import { unknownModes } from "../../core/profile";
import { calendarDay, text } from "../formats";

const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a rule such as csp-no-unsafe");

const waiver = z
  .strictObject({
    rule: ruleId.describe("Id of the rule."),
    target: text("a URN, or the logical name of a resource").describe(
      "A URN, or the logical name of a resource (all types that carry it).",
    ),
    reason: text("why the rule is not kept").describe("Why the rule is not kept."),
    owner: text("who answers for it").describe("Who answers for it."),
    expires: calendarDay.describe("Last day on which it holds, YYYY-MM-DD in UTC."),
    ticket: text("where the work is tracked").optional().describe("Where the work is tracked."),
  })
  .describe("A dated exception to one rule on one target.");

/** How this stack is judged. It can be made stricter here; a looser judgement is a waiver. */
export const policySection = z
  .strictObject({
    onUnknown: z
      .enum(unknownModes)
      .optional()
      .describe("What to do with a mandatory rule that cannot tell yet. Default by tier."),
    approvalHours: z
      .int()
      .min(1)
      .max(168)
      .optional()
      .describe("Hours that the approval of a preview lets an update run. 1 to 168.")
      .meta({ default: 24 }),
    waivers: z.array(waiver).optional().describe("Dated exceptions.").meta({ default: [] }),
    rules: z
      .record(ruleId, z.record(z.string(), z.unknown()))
      .optional()
      .describe("Options of rules by rule id. They can tighten a floor, never loosen it.")
      .meta({ default: {} }),
  })
  .describe("How this stack is judged: waivers, options of rules, what an unknown means.");
