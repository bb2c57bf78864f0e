import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { answer } from "../../lib/repository/judge-repository";
import { asked } from "../../lib/repository/protection-source";
import { accessByRole, privilegedAccess } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const deployKeysReadOnly = defineRule({
  id: "deploy-keys-read-only",
  title: "Deploy keys only read",
  why: "A deploy key belongs to nobody, never expires, and with write access pushes as if it were a member.",
  fix: "Set readOnly to true, and let workflows write with their own token.",
  severity: "medium",
  topics: ["repository", "access"],
  references: [accessByRole, privilegedAccess],
  appliesTo: [providerTypes.githubDeployKey],
  options: z.strictObject({}),
  check: (resource) => {
    const property = "readOnly";
    const holds = asked(resource, [property], true);
    return answer(holds, { property, wanted: true, found: holds === true });
  },
});
