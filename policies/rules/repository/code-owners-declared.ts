import { z } from "zod";
import { readCodeOwners, unowned } from "../../lib/repository/code-owners";
import { codeOwnersPlaces, committedFile } from "../../lib/repository/committed-files";
import { eachRepository } from "../../lib/repository/judge-repository";
import { cisGithub, codeOwners } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-02, REPO-16
export const codeOwnersDeclared = defineRule({
  id: "code-owners-declared",
  title: "A CODEOWNERS file names an owner for every file",
  why: "GitHub asks no code owner for files that nobody owns, whatever the branch requires, and says nothing about it.",
  fix: "Give codeOwners a pattern * with owners, and leave no pattern without one.",
  severity: "high",
  topics: ["repository", "review"],
  references: [cisGithub("1.1.6"), codeOwners],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ stack, repository }) => {
    const wanted = "owners for every file";
    const file = committedFile(stack, repository, codeOwnersPlaces);
    const missing = { urn: repository.urn, input: "codeOwners", wanted };
    if (file.state === "open") return unknown(missing);
    if (file.state === "absent") {
      return fail({ ...missing, found: null, message: "found no CODEOWNERS file, wanted one" });
    }
    const { resource, content } = file;
    const evidence = { urn: resource.urn, property: "content", input: "codeOwners", wanted };
    if (content.state === "unknown") return unknown(evidence);
    const open = unowned(readCodeOwners(textOf(content) ?? ""));
    if (open.length === 0) return pass(evidence);
    const message = `content: nobody owns ${open.join(", ")}`;
    return fail({ ...evidence, found: open, message });
  }),
});
