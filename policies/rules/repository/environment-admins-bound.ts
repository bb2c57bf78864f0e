import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { environments, privilegedAccess } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-04
export const environmentAdminsBound = defineRule({
  id: "environment-admins-bound",
  title: "Administrators pass by no gate of an environment",
  why: "Unless told otherwise GitHub lets administrators deploy past reviewers and wait, and nobody sees it before it is done.",
  fix: "Set environment.canAdminsBypass to false.",
  severity: "medium",
  topics: ["repository", "deployment"],
  references: [environments, privilegedAccess],
  appliesTo: [providerTypes.githubEnvironment],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "canAdminsBypass";
    const evidence = { property, input: `environment.${property}`, wanted: false };
    const bypass = readProperty(inputs, [property]);
    if (bypass.state === "unknown") return unknown(evidence);
    // Left out, GitHub lets them.
    const found = textOf(bypass) !== "false";
    return found ? fail({ ...evidence, found }) : pass({ ...evidence, found });
  },
});
