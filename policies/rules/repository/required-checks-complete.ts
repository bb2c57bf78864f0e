import { z } from "zod";
import { demandPlace, eachProtection } from "../../lib/repository/judge-repository";
import { changeManagement, cisGithub } from "../../lib/repository/references";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01, REPO-08, REPO-09, REPO-14, REPO-15, REPO-20, CONF-22
export const requiredChecksComplete = defineRule({
  id: "required-checks-complete",
  title: "Every check of the pipeline must pass before merging",
  why: "A check that is not required is looked at by nobody on the day when it fails.",
  fix: "Name the missing checks in protection.checks, by the names of their jobs.",
  severity: "high",
  topics: ["repository", "pipeline"],
  references: [cisGithub("1.1.9"), cisGithub("1.1.18"), changeManagement],
  appliesTo: "stack",
  options: z.strictObject({
    required: z.array(z.string().min(1)).min(1).describe("Checks, by the names of their jobs."),
  }),
  check: eachProtection<{ required: string[] }>((site) => {
    const { names, open } = site.protection.demands.checks;
    const missing = site.options.required.filter((name) => !names.includes(name));
    const place = demandPlace(site, "checks");
    const evidence = { ...place, wanted: site.options.required };
    if (missing.length === 0) return pass({ ...evidence, found: names });
    if (open) return unknown(evidence);
    const message = `${place.property ?? "checks"}: ${missing.join(", ")} not required`;
    return fail({ ...evidence, found: names, message });
  }),
});
