import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { secretNamesOf } from "../../lib/secrets/secret-names";
import { defineRule, fail, pass } from "../../rule";

const keyNames = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "GOOGLE_CREDENTIALS",
  "ARM_CLIENT_SECRET",
];

// Requirement: SECR-07
export const noCloudAccessKeys = defineRule({
  id: "no-cloud-access-keys",
  title: "No long-lived key of a cloud account is made or handed on",
  why: "A key that never ends works for whoever finds it, wherever it was copied to; a role that is taken for an hour does not.",
  fix: "Let jobs take a role by OpenID Connect, as groundwork:access declares it, and delete the key.",
  severity: "high",
  topics: ["secrets", "access"],
  references: [
    {
      standard: "AWS",
      clause: "IAM best practices: temporary credentials",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    },
    iso("A.5.17"),
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const made = stack.ofType(providerTypes.awsAccessKey).map(({ urn }) => {
      const message = "found an access key of IAM, wanted a role that jobs take by OpenID Connect";
      return fail({ urn, found: "an access key", message });
    });
    const names = secretNamesOf(stack);
    const handed = keyNames
      .filter((name) => names.has(name))
      .map((name) =>
        fail({
          found: name,
          wanted: "a role",
          message: `found a secret or variable named ${name}, wanted a role that jobs take by OpenID Connect`,
        }),
      );
    return made.length + handed.length === 0 ? pass() : [...made, ...handed];
  },
});
