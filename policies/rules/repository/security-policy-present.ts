import { z } from "zod";
import { committedFile, securityPolicyPlaces } from "../../lib/repository/committed-files";
import { eachRepository } from "../../lib/repository/judge-repository";
import { cisGithub, scorecardCheck } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-10
export const securityPolicyPresent = defineRule({
  id: "security-policy-present",
  title: "SECURITY.md says where to report a vulnerability",
  why: "Whoever finds a hole and does not know whom to tell tells everybody, or nobody.",
  fix: "Leave files at bootstrap, or commit a SECURITY.md with an address or a link.",
  severity: "low",
  topics: ["repository", "files"],
  references: [cisGithub("1.2.1"), scorecardCheck("Security-Policy")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ stack, repository }) => {
    const wanted = "a file with a link or an address for reports";
    const file = committedFile(stack, repository, securityPolicyPlaces);
    const missing = { urn: repository.urn, input: "files", wanted };
    if (file.state === "open") return unknown(missing);
    if (file.state === "absent") {
      return fail({ ...missing, found: null, message: `found no SECURITY.md, wanted ${wanted}` });
    }
    const evidence = { urn: file.resource.urn, property: "content", input: "files", wanted };
    if (file.content.state === "unknown") return unknown(evidence);
    if (/https:\/\/|[^\s@]+@[^\s@]+\.[^\s@]+/.test(textOf(file.content) ?? ""))
      return pass(evidence);
    return fail({ ...evidence, message: `content: wanted ${wanted}` });
  }),
});
