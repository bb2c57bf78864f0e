import { z } from "zod";
import { calendarDay, text } from "../formats";

const ignored = z
  .strictObject({
    resource: text("a URN, or the logical name of a resource").describe(
      "A URN, or a logical name (all types that carry it).",
    ),
    property: text("a property as groundwork drift names it")
      .optional()
      .describe("This property and all below it; left out, whatever differs, and that it is gone."),
    reason: text("why the difference may stay").describe("Why the difference may stay."),
    until: calendarDay.describe("Last day on which it is ignored, YYYY-MM-DD in UTC."),
  })
  .describe("A difference between the state and the provider that is known, and why it may stay.");

// Requirement: OPS-06
/** What `groundwork drift` passes over. What is no longer true of an entry is itself a finding. */
export const driftSection = z
  .strictObject({
    ignore: z
      .array(ignored)
      .optional()
      .describe("Differences that are known, each with a reason and a last day.")
      .meta({ default: [] }),
  })
  .describe("Differences between the state and the providers that groundwork drift passes over.");

export type DriftSection = z.infer<typeof driftSection>;
