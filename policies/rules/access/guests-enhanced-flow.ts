import { z } from "zod";
import { accessControl } from "../../lib/access/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: ALRT-17, COMP-03
export const guestsEnhancedFlow = defineRule({
  id: "guests-enhanced-flow",
  title: "Guests of an identity pool get credentials by the enhanced flow alone",
  why: "By the classic flow anyone takes whatever role trusts the pool; by the enhanced one Cognito gives the pool's own role, and narrows what guests may do with it.",
  fix: "Leave allowClassicFlow out, and guestRoleArn out of the app's client.",
  severity: "high",
  topics: ["access"],
  references: [
    ...accessControl,
    {
      standard: "Amazon Cognito Developer Guide",
      clause: "Identity pools authentication flow",
      url: "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html",
    },
  ],
  appliesTo: [providerTypes.awsIdentityPool],
  options: z.strictObject({}),
  check: (pool) =>
    judgeProperty(pool, {
      property: "allowClassicFlow",
      wanted: false,
      absent: false,
      holds: (found) => found === false,
    }),
});
