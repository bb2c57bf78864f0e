import { z } from "zod";
import { frameOptions as accepted } from "../../../catalogue/headers";
import { judgeHeader } from "../../lib/headers/judge-header";
import { owaspClickjacking, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const frameOptions = defineRule({
  id: "frame-options",
  title: "Every response carries X-Frame-Options with DENY or SAMEORIGIN",
  why: "Browsers that do not know frame-ancestors frame the page for any site, which can then have its user click blindly.",
  fix: "Leave headers.frameOptions out of the stack file for DENY, or set it to SAMEORIGIN.",
  severity: "medium",
  topics: ["headers", "clickjacking"],
  references: [owaspHeaders("X-Frame-Options"), owaspClickjacking],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeHeader(stack, {
      setting: "frameOptions",
      wanted: accepted.join(" or "),
      accepts: (value) => (accepted as readonly string[]).includes(value.trim().toUpperCase()),
    }),
});
