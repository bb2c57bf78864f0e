import { changeOptions } from "../../policies/change-rules";
import { iso } from "../../policies/lib/references";
import { type Answer, fail } from "../../policies/rule";
import type { Change } from "../change";
import { concluded } from "../lib/answers";
import { judgeGuards } from "../lib/guards";
import { protectionGuards } from "../lib/protection";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

export const protectionNotLifted = defineChangeRule({
  id: "protection-not-lifted",
  title: "No update lifts a protection that is in place",
  why: "A protection is missed on the day it is needed, long after the change that took it away looked harmless.",
  fix: "Put the protection back, or waive this with a date and with what takes its place.",
  severity: "high",
  topics: ["change", "protection"],
  references: [...changeManagement, iso("A.8.9")],
  appliesTo: "changes",
  options: changeOptions["protection-not-lifted"],
  check: (changes) => {
    const { answers, compared } = judgeGuards(changes, protectionGuards);
    const guarded = changes.changes.filter(({ before }) => before?.protect);
    const lifted = guarded.flatMap(judgeProtect);
    return concluded([...lifted, ...answers], compared + guarded.length, changes.urn);
  },
});

/** The engine itself refuses to delete what is protected still; what is not, it deletes with the next update. */
function judgeProtect({ urn, after }: Change): Answer[] {
  if (!after || after.protect) return [];
  const message = "protect true → false: the next update may delete it";
  return [fail({ urn, input: "protect", found: false, wanted: true, message })];
}
