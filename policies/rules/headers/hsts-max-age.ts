import { z } from "zod";
import { parseHsts } from "../../lib/headers/hsts";
import { judgeValues } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

export const hstsMaxAge = defineRule({
  id: "hsts-max-age",
  title: "Strict-Transport-Security lasts at least as long as the tier asks",
  why: "A browser forgets a short promise between two visits, and the next visit starts over plain HTTP again.",
  fix: "Raise headers.strictTransportSecurity.maxAge, or leave it out for two years.",
  severity: "medium",
  topics: ["headers", "https"],
  references: [
    owaspHeaders("Strict-Transport-Security"),
    asvs("3.4.1"),
    {
      standard: "HSTS preload list",
      clause: "Submission requirements",
      url: "https://hstspreload.org/",
    },
  ],
  appliesTo: routeTypes,
  options: z.strictObject({
    minSeconds: z.int().min(0).describe("Seconds that the promise must last at least."),
  }),
  check: (route, { options }) => {
    const wanted = `max-age=${options.minSeconds} or more`;
    const input = "headers.strictTransportSecurity.maxAge";
    return judgeValues(
      route,
      { setting: "strictTransportSecurity", input, wanted },
      (found, evidence) => {
        const { maxAge = 0 } = parseHsts(found);
        return maxAge >= options.minSeconds
          ? pass({ ...evidence, found })
          : fail({ ...evidence, found });
      },
    );
  },
});
