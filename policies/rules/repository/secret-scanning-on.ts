import { z } from "zod";
import { secretHandling } from "../../lib/references";
import { answer, eachRepository } from "../../lib/repository/judge-repository";
import { cisGithub } from "../../lib/repository/references";
import { featureState } from "../../lib/repository/security-features";
import { defineRule, unknown } from "../../rule";

// Requirement: REPO-10, SECR-01
export const secretScanningOn = defineRule({
  id: "secret-scanning-on",
  title: "GitHub looks for secrets and stops those that are pushed",
  why: "A key that is pushed once is in every clone, and found by others within minutes.",
  fix: "Give addOns secretProtection, or enable secretScanning and secretScanningPushProtection in securityAndAnalysis.",
  severity: "high",
  topics: ["repository", "secrets"],
  references: [cisGithub("1.5.1"), secretHandling],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ repository }) =>
    ["secretScanning", "secretScanningPushProtection"].map((feature) => {
      const state = featureState(repository, feature);
      const property = `securityAndAnalysis.${feature}.status`;
      const evidence = { urn: repository.urn, property, input: "addOns", wanted: "enabled" };
      return state === "open"
        ? unknown(evidence)
        : answer(state === "enabled", { ...evidence, found: state });
    }),
  ),
});
