import { z } from "zod";
import { count } from "../formats";

/** What to do with a release that answers more slowly than those before it. */
export const slowerModes = ["tell", "fail"] as const;

const responses = z
  .strictObject({
    samples: count(3, 20, "Requests to each address; their median counts.").meta({ default: 3 }),
    records: count(
      3,
      100,
      "Earlier good records that are compared with; their median counts.",
    ).meta({
      default: 10,
    }),
    factor: z
      .number()
      .min(1.1)
      .max(10)
      .optional()
      .describe("How many times the median before is slower. It has to be by leastMs, too.")
      .meta({ default: 1.5 }),
    leastMs: count(0, 60_000, "Milliseconds by which it has to be slower, too.").meta({
      default: 100,
    }),
    slower: z
      .enum(slowerModes)
      .optional()
      .describe(
        "Whether a slower release is told, or fails smoke and watch-release, so that the pipeline goes back.",
      )
      .meta({ default: "tell" }),
  })
  .describe("How response times are compared with those of the releases before.");

// Requirement: REL-13
/** How a release is judged once it serves. */
export const releaseSection = z
  .strictObject({ responses: responses.optional() })
  .describe("How a release is judged once it serves: groundwork smoke and watch-release read it.");

export type ReleaseSection = z.infer<typeof releaseSection>;
