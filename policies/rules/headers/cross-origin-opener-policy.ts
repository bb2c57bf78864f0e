import { z } from "zod";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

const accepted = ["same-origin", "same-origin-allow-popups", "noopener-allow-popups"];

// Requirement: HDR-10
export const crossOriginOpenerPolicy = defineRule({
  id: "cross-origin-opener-policy",
  title: "Windows of other sites keep no handle on the app's windows",
  why: "A page that opened the app can else navigate its window to a forgery, and learn from it what the user does.",
  fix: "Leave headers.crossOriginOpenerPolicy out of the stack file for same-origin, or allow pop-ups of your own.",
  severity: "medium",
  topics: ["headers"],
  references: [
    owaspHeaders("Cross-Origin-Opener-Policy"),
    asvs("3.4.8"),
    {
      standard: "WHATWG HTML",
      clause: "Cross-origin opener policies",
      url: "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeHeader(stack, {
      setting: "crossOriginOpenerPolicy",
      wanted: accepted.join(", "),
      accepts: (value) => accepted.includes(value.trim().toLowerCase()),
    }),
});
