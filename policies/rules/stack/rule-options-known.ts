import { z } from "zod";
import { judgeOptions } from "../../lib/stack/judge-options";
import { governance } from "../../lib/references";
import { defineRule } from "../../rule";

export const ruleOptionsKnown = defineRule({
  id: "rule-options-known",
  title: "Every rule option that the stack sets exists and can be read",
  why: "A misspelt option tightens nothing, and nobody notices.",
  fix: "Correct the name or the value; docs/rules lists the options of each rule.",
  severity: "medium",
  topics: ["governance"],
  references: [governance],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ optionProblems }) => judgeOptions(optionProblems, "unreadable"),
});
