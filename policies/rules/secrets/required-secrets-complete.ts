import { z } from "zod";
import { iso, secretHandling } from "../../lib/references";
import { secretNamesOf } from "../../lib/secrets/secret-names";
import { sitesOf } from "../../lib/sites";
import { defineRule, fail, notApplicable, pass } from "../../rule";

// Requirement: SECR-01, SECR-05
export const requiredSecretsComplete = defineRule({
  id: "required-secrets-complete",
  title: "Every secret that the tier asks for is declared",
  why: "A part of the product that finds its secret missing fails at the first request, hours after the release that looked well.",
  fix: "Add the missing names under groundwork:secretRegistry, or as variables that take their value from a secret.",
  severity: "medium",
  topics: ["secrets"],
  references: [secretHandling, iso("A.8.9")],
  appliesTo: "stack",
  options: z.strictObject({
    required: z
      .array(z.string())
      .describe("Names that must be declared; another name of the same thing will do."),
  }),
  check: (stack, { options: { required } }) => {
    if (sitesOf(stack).length === 0) return notApplicable("the stack hosts no app");
    const declared = secretNamesOf(stack);
    const missing = required.filter((name) => !declared.has(name));
    if (missing.length === 0) return pass();
    const message = `found no secret and no variable named ${missing.join(", ")}, wanted them`;
    return fail({ input: "registry", found: null, wanted: missing, message });
  },
});
