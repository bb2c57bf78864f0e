import { z } from "zod";
import { type PropertyMap, UNKNOWN, readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { actionsSettings } from "../../lib/repository/references";
import { eachActionsSetting } from "../../lib/repository/settings";
import type { Asked } from "../../lib/repository/demands";
import { textOf } from "../../lib/text";
import { defineRule } from "../../rule";

// Requirement: CONF-41
export const actionsRestricted = defineRule({
  id: "actions-restricted",
  title: "Workflows run the actions of a list, and no others",
  why: "An action runs with the secrets of the job that names it, so that anybody who writes one that somebody names is inside.",
  fix: "Set actions.allowedActions to selected or local_only, and name no pattern for every owner.",
  severity: "high",
  topics: ["repository", "actions"],
  references: [actionsSettings],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachActionsSetting({
    types: {
      repository: providerTypes.githubActions,
      organization: providerTypes.githubOrganizationActions,
    },
    property: "allowedActions",
    input: "actions.allowedActions",
    wanted: "local_only, or selected with patterns of named owners",
    holds: ({ inputs }) => {
      const allowed = readProperty(inputs, ["allowedActions"]);
      if (allowed.state === "unknown") return "open";
      const found = textOf(allowed);
      return found === "local_only" || (found === "selected" && namesOwners(inputs));
    },
  }),
});

/** A pattern is `owner/repository@ref`, each with wildcards. */
function namesOwners(inputs: PropertyMap): Asked {
  const patterns = readProperty(inputs, ["allowedActionsConfig", "patternsAlloweds"]);
  if (patterns.state === "unknown") return "open";
  if (patterns.state === "absent" || !Array.isArray(patterns.value)) return true;
  const listed: readonly unknown[] = patterns.value;
  if (listed.some((pattern) => typeof pattern === "string" && /^[^/]*\*/.test(pattern)))
    return false;
  return listed.includes(UNKNOWN) ? "open" : true;
}
