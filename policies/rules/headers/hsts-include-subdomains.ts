import { z } from "zod";
import { parseHsts } from "../../lib/headers/hsts";
import { judgeValues } from "../../lib/headers/judge-header";
import { owaspHeaders } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

export const hstsIncludeSubdomains = defineRule({
  id: "hsts-include-subdomains",
  title: "Strict-Transport-Security covers subdomains",
  why: "A subdomain left on plain HTTP can set and read the cookies of its parent.",
  fix: "Set headers.strictTransportSecurity.includeSubDomains to true, or leave it out.",
  severity: "medium",
  topics: ["headers", "https", "cookies"],
  references: [
    owaspHeaders("Strict-Transport-Security"),
    {
      standard: "RFC 6797",
      clause: "14.4",
      url: "https://www.rfc-editor.org/rfc/rfc6797#section-14.4",
    },
  ],
  appliesTo: routeTypes,
  options: z.strictObject({}),
  check: (route) => {
    const input = "headers.strictTransportSecurity.includeSubDomains";
    const wanted = "includeSubDomains";
    return judgeValues(
      route,
      { setting: "strictTransportSecurity", input, wanted },
      (found, evidence) => {
        const holds = parseHsts(found).includeSubDomains;
        return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
      },
    );
  },
});
