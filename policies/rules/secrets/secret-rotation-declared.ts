import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import { asvs, iso, secretHandling } from "../../lib/references";
import { registeredSecrets } from "../../lib/secrets/secret-registry";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: SECR-08
export const secretRotationDeclared = defineRule({
  id: "secret-rotation-declared",
  title: "Every registered secret is replaced within the tier's bound",
  why: "A secret that leaked unnoticed works until it is replaced, and one without a date is never replaced.",
  fix: "Set rotationDays of the secret to the bound or less, and plan the next value with groundwork rotate.",
  severity: "medium",
  topics: ["secrets"],
  references: [secretHandling, iso("A.5.17"), asvs("13.3.4")],
  appliesTo: [tokens.secrets],
  options: z.strictObject({
    maxDays: z.int().min(1).max(3650).describe("Most days after which a secret is replaced."),
  }),
  check: ({ inputs }, { options: { maxDays } }) =>
    registeredSecrets(inputs).map((name): Answer => {
      const property = `registry.${name}.rotationDays`;
      const evidence = { property, input: property, wanted: `1 to ${maxDays} days` };
      const days = readProperty(inputs, ["registry", name, "rotationDays"]);
      if (days.state === "unknown") return unknown(evidence);
      const found = days.state === "known" ? days.value : null;
      const holds = typeof found === "number" && found >= 1 && found <= maxDays;
      return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
    }),
});
