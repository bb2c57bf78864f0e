import { z } from "zod";
import { leastPrivilege } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, pass } from "../../rule";

// Requirement: COMP-03
export const noIamUsers = defineRule({
  id: "no-iam-users",
  title: "No user of IAM is made",
  why: "A user of IAM has a password or a key that never ends, outlives whoever it was made for, and knows no second factor by itself.",
  fix: "Let people sign in by IAM Identity Center and jobs take a role by OpenID Connect.",
  severity: "high",
  topics: ["access"],
  references: [
    ...leastPrivilege,
    {
      standard: "AWS",
      clause: "IAM best practices: federation with an identity provider",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const { awsUser, awsUserLogin } = providerTypes;
    const made = [...stack.ofType(awsUser), ...stack.ofType(awsUserLogin)];
    if (made.length === 0) return pass();
    return made.map(({ urn, type }): Answer => {
      const found = type === awsUser ? "a user" : "a password";
      return fail({ urn, found, wanted: "a role" });
    });
  },
});
