import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { defineRule, fail, pass, unknown } from "../../rule";

/** What AWS takes when nothing is said. */
const awsDefault = 30;

// Requirement: SECR-07
export const secretDeletionDelayed = defineRule({
  id: "secret-deletion-delayed",
  title: "A deleted secret can be had back for a while",
  why: "A secret that is gone at once takes down whatever reads it, and encrypted data with a key that nobody has any more.",
  fix: "Leave recoveryWindowInDays out, or set it to the tier's bound or more.",
  severity: "medium",
  topics: ["secrets", "recovery"],
  references: [
    {
      standard: "AWS Secrets Manager",
      clause: "DeleteSecret, RecoveryWindowInDays",
      url: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
    },
    iso("A.8.13"),
  ],
  appliesTo: [providerTypes.awsSecret],
  options: z.strictObject({
    minDays: z
      .int()
      .min(0)
      .max(30)
      .describe("Least days in which a deleted secret can be had back."),
  }),
  check: ({ inputs }, { options: { minDays } }) => {
    const evidence = { property: "recoveryWindowInDays", wanted: `${minDays} days or more` };
    const days = readProperty(inputs, ["recoveryWindowInDays"]);
    if (days.state === "unknown") return unknown(evidence);
    const found = days.state === "known" ? days.value : awsDefault;
    const holds = typeof found === "number" && found >= minDays;
    return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});
