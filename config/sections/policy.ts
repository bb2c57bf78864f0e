import { z } from "zod";
import { unknownModes } from "../../core/profile";
import { calendarDay, text } from "../formats";

const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a rule such as csp-no-unsafe");

const waiver = z
  .strictObject({
    rule: ruleId.describe("Id of the rule."),
    target: text("a URN, the logical name of a resource, or component:<name>").describe(
      "A URN or a logical name (all types that carry it), * for any text in it, or component:<name> for all below it.",
    ),
    property: text("a property as a report names it")
      .optional()
      .describe("Only findings about this property, as reports name it."),
    max: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("Findings that it may cover at most. 1 to 100.")
      .meta({ default: 1 }),
    reason: text("why the rule is not kept").describe("Why the rule is not kept."),
    owner: text("who answers for it").describe(
      "Who answers for it: the owner of the stack or of its budget, or one of policy.owners.",
    ),
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
      .describe(
        "What to do with a rule that cannot tell yet: refuse, tell or only count it. Prod takes fail, staging no allow. Default by tier.",
      ),
    approvalHours: z
      .int()
      .min(1)
      .max(168)
      .optional()
      .describe("Hours that the approval of a preview lets an update run. 1 to 168.")
      .meta({ default: 24 }),
    owners: z
      .array(text("a team or an address"))
      .optional()
      .describe("Who may own a waiver beside the owners of the stack and of its budget.")
      .meta({ default: [] }),
    waivers: z.array(waiver).optional().describe("Dated exceptions.").meta({ default: [] }),
    rules: z
      .record(ruleId, z.record(z.string(), z.unknown()))
      .optional()
      .describe("Options of rules by rule id. They can tighten a floor, never loosen it.")
      .meta({ default: {} }),
  })
  .describe("How this stack is judged: waivers, options of rules, what an unknown means.");
