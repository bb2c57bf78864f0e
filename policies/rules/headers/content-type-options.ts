import { z } from "zod";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const contentTypeOptions = defineRule({
  id: "content-type-options",
  title: "Every response carries X-Content-Type-Options: nosniff",
  why: "A browser that guesses content types can run an uploaded file as script.",
  fix: "Leave headers.contentTypeOptions out of the stack file, or set it to true.",
  severity: "medium",
  topics: ["headers", "xss"],
  references: [owaspHeaders("X-Content-Type-Options"), asvs("3.4.4")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeHeader(stack, {
      setting: "contentTypeOptions",
      wanted: "nosniff",
      accepts: (value) => value.trim().toLowerCase() === "nosniff",
    }),
});
