import { z } from "zod";
import { eachRepository } from "../../lib/repository/judge-repository";
import { protectionOf } from "../../lib/repository/protection";
import {
  cisGithub,
  protectedBranches,
  rulesets,
  sourceCodeAccess,
} from "../../lib/repository/references";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01, REPO-19
export const defaultBranchProtected = defineRule({
  id: "default-branch-protected",
  title: "Some rule is for the default branch",
  why: "Without a rule anybody who can push changes production without a review, a check or a trace.",
  fix: "Declare a BranchProtection whose pattern is the default branch, or an active RepositoryRuleset for ~DEFAULT_BRANCH.",
  severity: "critical",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.20"), sourceCodeAccess, protectedBranches, rulesets],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ stack, repository }) => {
    const { sources, open, branch = "the default branch" } = protectionOf(stack, repository);
    const [source] = sources;
    const wanted = "a branch protection rule or an active ruleset";
    if (source) return pass({ urn: source.resource.urn, wanted });
    const evidence = { urn: repository.urn, input: "protection", wanted };
    const message = `found no rule for ${branch}, wanted ${wanted}`;
    return open ? unknown(evidence) : fail({ ...evidence, found: null, message });
  }),
});
