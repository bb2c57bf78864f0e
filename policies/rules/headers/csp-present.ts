import { z } from "zod";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const cspPresent = defineRule({
  id: "csp-present",
  title: "Every response carries an enforced Content-Security-Policy",
  why: "Without a policy one injected script tag runs with all rights of the page.",
  fix: "Leave headers.contentSecurityPolicy out of the stack file for the secure default, or give its directives.",
  severity: "high",
  topics: ["headers", "xss"],
  references: [
    owaspHeaders("Content-Security-Policy"),
    asvs("3.4.3"),
    { standard: "CSP Level 3", clause: "3.1", url: "https://www.w3.org/TR/CSP3/#csp-header" },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => judgeHeader(stack, { setting: "contentSecurityPolicy", wanted: "the header" }),
});
