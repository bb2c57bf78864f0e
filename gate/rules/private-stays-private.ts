import { changeOptions } from "../../policies/change-rules";
import { iso } from "../../policies/lib/references";
import { concluded } from "../lib/answers";
import { judgeGuards } from "../lib/guards";
import { publicGuards } from "../lib/public";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

export const privateStaysPrivate = defineChangeRule({
  id: "private-stays-private",
  title: "No update makes public what was private",
  why: "Whoever put files there took them for private, and what search engines have copied cannot be taken back.",
  fix: "Put the access back; for public files make a bucket of their own and copy there what may be seen.",
  severity: "critical",
  topics: ["change", "data", "access"],
  references: [...changeManagement, iso("A.5.15")],
  appliesTo: "changes",
  options: changeOptions["private-stays-private"],
  check: (changes) => {
    const { answers, compared } = judgeGuards(changes, publicGuards);
    return concluded(answers, compared, changes.urn);
  },
});
