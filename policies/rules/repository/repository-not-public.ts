import { z } from "zod";
import { answer, eachRepository } from "../../lib/repository/judge-repository";
import { cisGithub, sourceCodeAccess } from "../../lib/repository/references";
import { visibilityOf } from "../../lib/repository/security-features";
import { defineRule, unknown } from "../../rule";

// Requirement: COMP-03, REPO-19
export const repositoryNotPublic = defineRule({
  id: "repository-not-public",
  title: "The repository is not public",
  why: "What everybody can read everybody can search, for a key that was committed once or a check that is missing.",
  fix: "Set visibility to private or internal; GitHub makes a repository public of which nothing is said.",
  severity: "critical",
  topics: ["repository", "access"],
  references: [sourceCodeAccess, cisGithub("1.2.6")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ repository }) => {
    const found = visibilityOf(repository);
    const place = { urn: repository.urn, property: "visibility", input: "visibility" };
    const evidence = { ...place, wanted: "private or internal" };
    if (found === "open") return unknown(evidence);
    return answer(found === "private" || found === "internal", { ...evidence, found });
  }),
});
