import { z } from "zod";
import { referrerPolicies } from "../../../catalogue/headers";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const referrerPolicy = defineRule({
  id: "referrer-policy",
  title: "Every response carries a Referrer-Policy that keeps paths from other sites",
  why: "A full URL in the Referer header hands paths, ids and tokens to every site that the page links to.",
  fix: "Leave headers.referrerPolicy out of the stack file for strict-origin-when-cross-origin, or pick a stricter policy.",
  severity: "medium",
  topics: ["headers", "privacy"],
  references: [
    owaspHeaders("Referrer-Policy"),
    asvs("3.4.5"),
    { standard: "Referrer Policy", clause: "3", url: "https://www.w3.org/TR/referrer-policy/" },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    allowed: z.array(z.enum(referrerPolicies)).min(1).describe("Policies that will do."),
  }),
  check: (stack, { options }) =>
    judgeHeader(stack, {
      setting: "referrerPolicy",
      wanted: options.allowed.join(" or "),
      accepts: (value) => (options.allowed as readonly string[]).includes(effective(value) ?? ""),
    }),
});

/** Of a list the last policy that the browser knows holds; the others are for older browsers. */
function effective(value: string): string | undefined {
  const policies = value.split(",").map((policy) => policy.trim().toLowerCase());
  return policies.findLast((policy) => (referrerPolicies as readonly string[]).includes(policy));
}
