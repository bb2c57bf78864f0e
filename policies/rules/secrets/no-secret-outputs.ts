import { z } from "zod";
import { plainSecretsIn } from "../../lib/secrets/plaintext-secrets";
import { secretHandling } from "../../lib/references";
import { defineRule, fail, pass } from "../../rule";

// Requirement: SECR-06, SECR-07
export const noSecretOutputs = defineRule({
  id: "no-secret-outputs",
  title: "No component and no stack puts out a secret",
  why: "Outputs are printed at the end of each run, kept in the state and read by other stacks, in clear where nobody marked them.",
  fix: "Hand the value to its destination inside the program, and put out its name or its ARN.",
  severity: "high",
  topics: ["secrets"],
  references: [
    secretHandling,
    {
      standard: "Pulumi",
      clause: "Stack outputs",
      url: "https://www.pulumi.com/docs/iac/concepts/stacks/#outputs",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const sources = stack.resources.filter(({ custom }) => !custom);
    const found = sources.flatMap(({ urn, outputs = {} }) =>
      plainSecretsIn(outputs, []).map(({ property, kind, length }) =>
        fail({ urn, property, found: `${kind}, ${length} characters`, wanted: "no secret" }),
      ),
    );
    return found.length > 0 ? found : pass();
  },
});
