import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { judgeProperty } from "../../lib/judge-property";
import { iso } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: CAP-06
export const cacheTtlDeclared = defineRule({
  id: "cache-ttl-declared",
  title: "What a cache keeps is stale after a time that is said",
  why: "Without an end to it a cache becomes a second database, which nobody backs up, nobody deletes from, and which shows users what is long gone.",
  fix: "Set groundwork:cache.ttlSeconds to what the data may be old.",
  severity: "medium",
  topics: ["data", "cache"],
  references: [iso("A.8.10")],
  appliesTo: [tokens.cache],
  options: z.strictObject({
    maxSeconds: z.int().min(1).describe("Seconds that a value may stay there at most."),
  }),
  check: (cache, { options: { maxSeconds } }) =>
    judgeProperty(cache, {
      property: "ttlSeconds",
      input: "ttlSeconds",
      wanted: `1 to ${maxSeconds} seconds`,
      holds: (found) => typeof found === "number" && found >= 1 && found <= maxSeconds,
    }),
});
