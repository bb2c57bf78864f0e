import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { cspWeaknesses } from "../../lib/headers/csp";
import { inputOf, judgeValues } from "../../lib/headers/judge-header";
import { asvs, owaspCsp } from "../../lib/references";
import { routeTypes } from "../../lib/sites";
import { defineRule, fail, pass } from "../../rule";

const setting = "contentSecurityPolicy";

export const cspNoUnsafe = defineRule({
  id: "csp-no-unsafe",
  title: "The Content-Security-Policy allows no unsafe source",
  why: "One source such as 'unsafe-inline', a wildcard or a host with JSONP lets injected script run as if there were no policy.",
  fix: "Remove the source; allow the scripts that you need by hash, by exact host, or by a nonce that the application sets for each response.",
  severity: "high",
  topics: ["headers", "xss"],
  references: [
    owaspCsp,
    asvs("3.4.3"),
    {
      standard: "csp_evaluator",
      clause: "severity high",
      url: "https://csp-evaluator.withgoogle.com/",
    },
  ],
  appliesTo: [...routeTypes, tokens.hostingProject],
  options: z.strictObject({}),
  check: (speaker) =>
    judgeValues(speaker, { setting }, (policy, evidence) => {
      const weaknesses = cspWeaknesses(policy, {
        perResponse: speaker.type === tokens.hostingProject,
      });
      if (weaknesses.length === 0) return pass(evidence);
      return weaknesses.map(({ directive, found, wanted }) =>
        fail({ ...evidence, input: `${inputOf(setting)}.directives.${directive}`, found, wanted }),
      );
    }),
});
