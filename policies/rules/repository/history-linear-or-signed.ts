import { z } from "zod";
import { demandPlace, eachProtection } from "../../lib/repository/judge-repository";
import { cisGithub, protectedBranches } from "../../lib/repository/references";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01
export const historyLinearOrSigned = defineRule({
  id: "history-linear-or-signed",
  title: "The history of the default branch is linear, or its commits are signed",
  why: "Where merges cross and nobody signs, the answer to who changed what, and what to take back, is a guess.",
  fix: "Set requiredLinearHistory or requireSignedCommits, and offer squash or rebase as the way to merge.",
  severity: "low",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.12"), cisGithub("1.1.13"), protectedBranches],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachProtection((site) => {
    const { linearHistory, signedCommits } = site.protection.demands;
    const both = [linearHistory, signedCommits];
    const evidence = { ...demandPlace(site, "linearHistory"), wanted: true };
    if (both.includes(true)) return pass({ ...evidence, found: true });
    if (both.includes("open")) return unknown(evidence);
    const message = "found neither linear history nor signed commits required, wanted one of them";
    return fail({ ...evidence, found: false, message });
  }),
});
