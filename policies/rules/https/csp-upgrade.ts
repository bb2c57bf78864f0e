import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { parseCsp } from "../../lib/headers/csp";
import { inputOf, judgeValues } from "../../lib/headers/judge-header";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

const setting = "contentSecurityPolicy";
const directive = "upgrade-insecure-requests";

// Requirement: HDR-09
export const cspUpgrade = defineRule({
  id: "csp-upgrade",
  title: "The Content-Security-Policy has browsers ask for everything over HTTPS",
  why: "One http:// address left in a page or in users' content is else asked for in clear, or blocked as mixed content.",
  fix: "Leave upgrade-insecure-requests in contentSecurityPolicy.directives.",
  severity: "medium",
  topics: ["https", "headers"],
  references: [
    {
      standard: "W3C Upgrade Insecure Requests",
      clause: "3.1",
      url: "https://www.w3.org/TR/upgrade-insecure-requests/#delivery",
    },
    {
      standard: "OWASP Content Security Policy Cheat Sheet",
      clause: "upgrade-insecure-requests",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html",
    },
  ],
  appliesTo: [...routeTypes, tokens.hostingProject],
  options: z.strictObject({}),
  check: (speaker) =>
    judgeValues(
      speaker,
      { setting, input: `${inputOf(setting)}.directives.${directive}`, wanted: directive },
      (policy, evidence) =>
        parseCsp(policy)[directive] === undefined
          ? fail({ ...evidence, found: null })
          : pass({ ...evidence, found: directive }),
    ),
});
