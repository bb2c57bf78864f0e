import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { parseCsp } from "../../lib/headers/csp";
import { inputOf, judgeValues } from "../../lib/headers/judge-header";
import { asvs } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

const setting = "contentSecurityPolicy";
const directive = "require-trusted-types-for";

// Requirement: HDR-02
export const cspTrustedTypes = defineRule({
  id: "csp-trusted-types",
  title: "The Content-Security-Policy requires Trusted Types for scripts",
  why: "One line that writes text of users into innerHTML is else enough for injected script that no other directive sees.",
  fix: "Leave require-trusted-types-for in contentSecurityPolicy.directives, with 'script'.",
  severity: "medium",
  topics: ["headers", "xss"],
  references: [
    {
      standard: "W3C Trusted Types",
      clause: "require-trusted-types-for",
      url: "https://www.w3.org/TR/trusted-types/#require-trusted-types-for-csp-directive",
    },
    asvs("3.4.3"),
  ],
  appliesTo: [...routeTypes, tokens.hostingProject],
  options: z.strictObject({}),
  check: (speaker) =>
    judgeValues(
      speaker,
      { setting, input: `${inputOf(setting)}.directives.${directive}`, wanted: "'script'" },
      (policy, evidence) => {
        const sinks = parseCsp(policy)[directive];
        return sinks?.includes("'script'")
          ? pass({ ...evidence, found: "'script'" })
          : fail({ ...evidence, found: sinks?.join(" ") ?? null });
      },
    ),
});
