import { changeOptions } from "../../policies/change-rules";
import { owaspHeaders } from "../../policies/lib/references";
import { concluded } from "../lib/answers";
import { judgeHeaders } from "../lib/headers";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

export const headersNotLoosened = defineChangeRule({
  id: "headers-not-loosened",
  title: "No update drops or weakens a header that protects visitors",
  why: "A weaker header above the floor passes every other rule, and nobody notices that visitors lost what they had.",
  fix: "Put the header back as it was, or waive this with a date and a reason.",
  severity: "high",
  topics: ["change", "headers"],
  references: [...changeManagement, owaspHeaders("Best practices")],
  appliesTo: "changes",
  options: changeOptions["headers-not-loosened"],
  check: (changes) => {
    const { answers, compared } = judgeHeaders(changes);
    return concluded(answers, compared, changes.urn);
  },
});
