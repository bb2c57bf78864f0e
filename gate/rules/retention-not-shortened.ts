import { changeOptions } from "../../policies/change-rules";
import { iso } from "../../policies/lib/references";
import { concluded } from "../lib/answers";
import { judgeGuards } from "../lib/guards";
import { changeManagement } from "../lib/references";
import { retentionGuards } from "../lib/retention";
import { defineChangeRule } from "../rule";

export const retentionNotShortened = defineChangeRule({
  id: "retention-not-shortened",
  title: "No update keeps logs, backups or versions for less time than before",
  why: "What a shorter retention drops is gone at once, and with it the evidence or the copy that somebody counted on.",
  fix: "Put the longer time back, or waive this with a date and with who agreed to keep less.",
  severity: "high",
  topics: ["change", "retention", "recovery"],
  references: [...changeManagement, iso("A.8.13"), iso("A.8.15")],
  appliesTo: "changes",
  options: changeOptions["retention-not-shortened"],
  check: (changes) => {
    const { answers, compared } = judgeGuards(changes, retentionGuards);
    return concluded(answers, compared, changes.urn);
  },
});
