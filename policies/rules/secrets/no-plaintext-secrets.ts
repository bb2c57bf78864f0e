import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { plainSecretsIn } from "../../lib/secrets/plaintext-secrets";
import { secretHandling } from "../../lib/references";
import { defineRule, fail, notApplicable, pass } from "../../rule";

// Requirement: SECR-07
export const noPlaintextSecrets = defineRule({
  id: "no-plaintext-secrets",
  title: "No input holds a secret in plain text",
  why: "A secret that is written down in clear stands in the repository, the state, every preview and every log, for whoever reads them.",
  fix: "Set it with pulumi config set --secret, name it under groundwork:secretRegistry, refer to it by that name, and replace the value, which must count as known.",
  severity: "critical",
  topics: ["secrets"],
  references: [
    secretHandling,
    {
      standard: "OWASP Secrets Management Cheat Sheet",
      clause: "2",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    },
  ],
  appliesTo: ["*", ...Object.values(tokens)],
  options: z.strictObject({}),
  // Evidence holds what kind of secret it is and how long, never the text.
  check: ({ inputs, urn, type, secrets }) => {
    // The engine makes providers of its own that no other host shows; only what is wrong with one is told.
    const isProvider = type.startsWith("pulumi:providers:");
    if (secrets === undefined) {
      return isProvider ? [] : notApplicable("it is not told here which inputs are secret", urn);
    }
    const found = plainSecretsIn(inputs, secrets);
    if (found.length === 0) return isProvider ? [] : pass();
    return found.map(({ property, kind, length }) =>
      fail({
        property,
        input: property,
        found: `${kind}, ${length} characters`,
        wanted: "a secret",
      }),
    );
  },
});
