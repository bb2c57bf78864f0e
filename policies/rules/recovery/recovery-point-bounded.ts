import { z } from "zod";
import { judgeObjectives } from "../../lib/recovery/judge-objectives";
import { continuity } from "../../lib/recovery/references";
import { defineRule } from "../../rule";

const minutes = (of: string) =>
  z.int().min(1).describe(`Most that may be lost of ${of}, in minutes of work.`);

// Requirement: DR-03, ENV-14
export const recoveryPointBounded = defineRule({
  id: "recovery-point-bounded",
  title: "No part may lose more work than its tier allows",
  why: "What users did since the last copy is gone for good, and nobody can ask them to do it again.",
  fix: "Lower rpoMinutes of the part under groundwork:recovery.objectives, and copy it as often.",
  severity: "medium",
  topics: ["recovery", "data"],
  references: continuity,
  appliesTo: "stack",
  options: z.strictObject({
    configuration: minutes("the configuration"),
    database: minutes("the database"),
    files: minutes("files"),
    overall: minutes("whatever has no bound of its own"),
  }),
  check: (stack, { options }) => judgeObjectives(stack, "rpoMinutes", options),
});
