import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { parseCsp } from "../../lib/headers/csp";
import { judgeValues } from "../../lib/headers/judge-header";
import { asvs, owaspClickjacking } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

export const cspFrameAncestors = defineRule({
  id: "csp-frame-ancestors",
  title: "The Content-Security-Policy says which sites may frame the page",
  why: "A page that any site may frame can be laid invisibly under a decoy and clicked by its user.",
  fix: "Let headers.frameOptions decide it, or name the sites that may frame the page in frame-ancestors.",
  severity: "medium",
  topics: ["headers", "clickjacking"],
  references: [
    owaspClickjacking,
    asvs("3.4.6"),
    {
      standard: "CSP Level 3",
      clause: "6.4.2",
      url: "https://www.w3.org/TR/CSP3/#directive-frame-ancestors",
    },
  ],
  appliesTo: [...routeTypes, tokens.hostingProject],
  options: z.strictObject({}),
  check: (speaker) => {
    const input = "headers.contentSecurityPolicy.directives.frame-ancestors";
    const wanted = "frame-ancestors with 'none', 'self' or https hosts";
    return judgeValues(
      speaker,
      { setting: "contentSecurityPolicy", input, wanted },
      (policy, evidence) => {
        const ancestors = parseCsp(policy)["frame-ancestors"];
        const found = ancestors ? `frame-ancestors ${ancestors.join(" ")}`.trim() : null;
        const holds = ancestors !== undefined && !ancestors.some(isOpen);
        return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
      },
    );
  },
});

/** A wildcard, a bare scheme, or a host over plain HTTP. */
function isOpen(source: string): boolean {
  return /^(\*|[a-z][a-z0-9+.-]*:|(https?:\/\/)?\*|http:\/\/.*)$/i.test(source);
}
