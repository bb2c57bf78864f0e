import { z } from "zod";
import { readinessItems, type ReadinessItem } from "../../core/readiness";
import { calendarDay, text } from "../formats";

// Requirement: REL-16
const looked = (what: string) =>
  z
    .strictObject({
      by: text("who looked").describe(
        "Who looked: the owner of the stack or of its budget, or one of policy.owners.",
      ),
      date: calendarDay.describe("The day, YYYY-MM-DD in UTC."),
      evidence: z
        .string()
        .max(300, "at most 300 characters")
        .regex(
          /^(https:\/\/[^\s@?]+|(?!\/)(?!.*\.\.)[\w./-]+)$/,
          "an address that begins with https:// and carries no credential, or a file of the repository such as docs/go-live/dns.md",
        )
        .describe(
          "What shows it: an address by https without a query, or a file of the repository.",
        ),
    })
    .optional()
    .describe(what);

const shape = Object.fromEntries(
  Object.entries(readinessItems).map(([item, what]) => [item, looked(what)]),
) as Record<ReadinessItem, ReturnType<typeof looked>>;

/** What somebody looked at before the first user came. */
export const readinessSection = z
  .strictObject(shape)
  .describe(
    "What somebody looked at before the first user came: by whom, when, and what shows it.",
  );

export type ReadinessSection = z.infer<typeof readinessSection>;
