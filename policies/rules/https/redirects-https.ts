import { z } from "zod";
import { judgeAddress } from "../../lib/https/judge-address";
import { providerTypes } from "../../lib/provider-types";
import { tlsOutside } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: HDR-09
export const redirectsHttps = defineRule({
  id: "redirects-https",
  title: "Redirects and rewrites lead to HTTPS",
  why: "A visitor who is sent to a plain address asks there in clear, with the cookies of that host and the page in the referrer.",
  fix: "Write a path or an https:// address as the destination.",
  severity: "high",
  topics: ["https", "headers"],
  references: [
    tlsOutside,
    {
      standard: "RFC 9110",
      clause: "10.2.2",
      url: "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2",
    },
  ],
  appliesTo: [providerTypes.vercelRoute],
  options: z.strictObject({}),
  check: (route) => judgeAddress(route, "route.dest"),
});
