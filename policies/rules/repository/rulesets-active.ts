import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { rulesets } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01
export const rulesetsActive = defineRule({
  id: "rulesets-active",
  title: "Every ruleset is in force",
  why: "A ruleset that only watches looks like protection in every list, and stops nobody.",
  fix: "Set enforcement to active, or remove the ruleset.",
  severity: "medium",
  topics: ["repository", "branch"],
  references: [rulesets],
  appliesTo: [providerTypes.githubRuleset, providerTypes.githubOrganizationRuleset],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const evidence = { property: "enforcement", wanted: "active" };
    const enforcement = readProperty(inputs, ["enforcement"]);
    if (enforcement.state === "unknown") return unknown(evidence);
    const found = textOf(enforcement) ?? null;
    return found === "active" ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});
