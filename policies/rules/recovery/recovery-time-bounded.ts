import { z } from "zod";
import { judgeObjectives } from "../../lib/recovery/judge-objectives";
import { continuity } from "../../lib/recovery/references";
import { defineRule } from "../../rule";

const minutes = (of: string) =>
  z.int().min(1).describe(`Longest recovery time of ${of}, in minutes.`);

// Requirement: DR-02, DR-04, ENV-13
export const recoveryTimeBounded = defineRule({
  id: "recovery-time-bounded",
  title: "No part may stay down for longer than its tier allows",
  why: "The product is down for as long as its slowest part, and people plan by what is promised of it.",
  fix: "Lower rtoMinutes of the part under groundwork:recovery.objectives, and see to it that it comes back so soon.",
  severity: "medium",
  topics: ["recovery"],
  references: continuity,
  appliesTo: "stack",
  options: z.strictObject({
    database: minutes("the database"),
    overall: minutes("whatever has no bound of its own"),
    previews: minutes("previews"),
    services: minutes("each container service"),
    web: minutes("the frontend"),
  }),
  check: (stack, { options }) => judgeObjectives(stack, "rtoMinutes", options),
});
