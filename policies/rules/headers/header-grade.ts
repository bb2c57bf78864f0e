import { z } from "zod";
import { gradeOfScore, observatoryScore, observatoryTests } from "../../lib/headers/observatory";
import { sentHeaders } from "../../lib/headers/sent-headers";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: HDR-10
export const headerGrade = defineRule({
  id: "header-grade",
  title: "The response headers reach the grade that the tier asks for",
  why: "Headers that each look right can together still leave a page open, which the points of a scanner that others run too make plain.",
  fix: "Leave keys of hosting.headers out for their secure defaults; the finding names the tests that take points away.",
  severity: "medium",
  topics: ["headers"],
  references: [
    {
      standard: "MDN HTTP Observatory",
      clause: "Scoring methodology",
      url: "https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring",
    },
    {
      standard: "OWASP Secure Headers Project",
      clause: "Response headers",
      url: "https://owasp.org/www-project-secure-headers/",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    minScore: z
      .int()
      .min(0)
      .max(100)
      .describe("Least points of MDN's HTTP Observatory: 100 is A+, 90 is A, 70 is B."),
  }),
  check: (stack, { options: { minScore } }) =>
    sentHeaders(stack).map(({ urn, headers, undecided }): Answer => {
      const wanted = `${gradeOfScore(minScore)}, ${minScore} points or more`;
      const evidence = { urn, property: "route.headers", input: "headers", wanted };
      if (undecided) return unknown(evidence);
      const score = observatoryScore(headers);
      const found = `${gradeOfScore(score)}, ${score} points`;
      if (score >= minScore) return pass({ ...evidence, found });
      const losing = observatoryTests(headers).filter(({ points }) => points < 0);
      const lost = losing.map(({ name, points }) => `${name} ${points}`).join(", ");
      const message = `route.headers: found ${found} (${lost}), wanted ${wanted}`;
      return fail({ ...evidence, found, message });
    }),
});
