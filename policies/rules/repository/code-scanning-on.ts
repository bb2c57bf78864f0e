import { z } from "zod";
import { eachRepository } from "../../lib/repository/judge-repository";
import { cisGithub, vulnerabilities } from "../../lib/repository/references";
import { featureState, visibilityOf } from "../../lib/repository/security-features";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-09
export const codeScanningOn = defineRule({
  id: "code-scanning-on",
  title: "Results of scans can be sent to code scanning",
  why: "Findings of scans that nobody can list, assign and close are read once, in the log of a job, or never.",
  fix: "Give addOns codeSecurity, or enable codeSecurity or advancedSecurity in securityAndAnalysis.",
  severity: "medium",
  topics: ["repository", "scanning"],
  references: [cisGithub("1.5.4"), vulnerabilities],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ repository }) => {
    if (visibilityOf(repository) === "public") {
      return notApplicable("a public repository always has code scanning", repository.urn);
    }
    const states = ["codeSecurity", "advancedSecurity"].map((name) =>
      featureState(repository, name),
    );
    const property = "securityAndAnalysis.codeSecurity.status";
    const evidence = { urn: repository.urn, property, input: "addOns", wanted: "enabled" };
    if (states.includes("enabled")) return pass({ ...evidence, found: "enabled" });
    const [found = null] = states;
    return states.includes("open") ? unknown(evidence) : fail({ ...evidence, found });
  }),
});
