import { z } from "zod";
import { committedFile, pullRequestTemplatePlaces } from "../../lib/repository/committed-files";
import { eachRepository } from "../../lib/repository/judge-repository";
import { changeManagement } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-16, REPO-17, REPO-18
export const pullRequestTemplatePresent = defineRule({
  id: "pull-request-template-present",
  title: "The template of pull requests asks for sign-off, point by point",
  why: "What nobody is asked to confirm, a test on a phone or a plan to roll back, is what is forgotten in a hurry.",
  fix: "Leave files at bootstrap, or commit a pull request template with a list of tasks.",
  severity: "low",
  topics: ["repository", "files"],
  references: [changeManagement],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ stack, repository }) => {
    const wanted = "a template with a list of tasks";
    const file = committedFile(stack, repository, pullRequestTemplatePlaces);
    const missing = { urn: repository.urn, input: "files", wanted };
    if (file.state === "open") return unknown(missing);
    if (file.state === "absent") {
      return fail({
        ...missing,
        found: null,
        message: `found no template of pull requests, wanted ${wanted}`,
      });
    }
    const evidence = { urn: file.resource.urn, property: "content", input: "files", wanted };
    if (file.content.state === "unknown") return unknown(evidence);
    if (/^[-*] \[ \] \S/m.test(textOf(file.content) ?? "")) return pass(evidence);
    return fail({ ...evidence, message: `content: wanted ${wanted}` });
  }),
});
