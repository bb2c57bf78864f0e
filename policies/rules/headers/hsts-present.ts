import { z } from "zod";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const hstsPresent = defineRule({
  id: "hsts-present",
  title: "Every response carries Strict-Transport-Security",
  why: "Without it a browser's first request goes out over plain HTTP, where anyone on the way can answer it.",
  fix: "Leave headers.strictTransportSecurity out of the stack file for the secure default, or set it to an object.",
  severity: "high",
  topics: ["headers", "https"],
  references: [
    owaspHeaders("Strict-Transport-Security"),
    asvs("3.4.1"),
    {
      standard: "RFC 6797",
      clause: "6.1",
      url: "https://www.rfc-editor.org/rfc/rfc6797#section-6.1",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeHeader(stack, { setting: "strictTransportSecurity", wanted: "the header" }),
});
