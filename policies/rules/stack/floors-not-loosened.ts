import { z } from "zod";
import { judgeOptions } from "../../lib/stack/judge-options";
import { governance } from "../../lib/references";
import { defineRule } from "../../rule";

export const floorsNotLoosened = defineRule({
  id: "floors-not-loosened",
  title: "No setting of the stack loosens a floor of its tier",
  why: "A floor that the judged file can lower holds nobody.",
  fix: "Remove the option, or tighten it; who needs less writes a waiver with a reason and a last day.",
  severity: "critical",
  topics: ["governance"],
  references: [governance],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ optionProblems }) => judgeOptions(optionProblems, "loosened"),
});
