import { z } from "zod";
import { judgeHeader } from "../../lib/headers/judge-header";
import { parsePermissionsPolicy } from "../../lib/headers/permissions-policy";
import { owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const permissionsPolicy = defineRule({
  id: "permissions-policy",
  title: "Every response carries a Permissions-Policy that restricts powerful features",
  why: "Embedded or injected content may ask for camera, microphone and the like in the name of the page.",
  fix: "Leave headers.permissionsPolicy out of the stack file, or name each feature with the origins that may use it.",
  severity: "low",
  topics: ["headers", "privacy"],
  references: [
    owaspHeaders("Permissions-Policy"),
    {
      standard: "Permissions Policy",
      clause: "5.2",
      url: "https://www.w3.org/TR/permissions-policy/#permissions-policy-http-header-field",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    restricted: z
      .array(z.string().min(1))
      .describe("Features that must be named and not open to all."),
  }),
  check: (stack, { options }) =>
    judgeHeader(stack, {
      setting: "permissionsPolicy",
      wanted: `${options.restricted.join(", ")} named and not open to all`,
      accepts: (value) => {
        const grants = parsePermissionsPolicy(value);
        return options.restricted.every((feature) => {
          const allowed = grants.get(feature.toLowerCase());
          return allowed !== undefined && !allowed.includes("*");
        });
      },
    }),
});
