import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { actionsSettings, scorecardCheck } from "../../lib/repository/references";
import { eachActionsSetting } from "../../lib/repository/settings";
import { asked } from "../../lib/repository/protection-source";
import { defineRule } from "../../rule";

// Requirement: CONF-41
export const actionsPinned = defineRule({
  id: "actions-pinned",
  title: "Workflows name every action by the hash of a commit",
  why: "A tag can be moved to other code by whoever takes an action over, and every workflow that names it runs that code next.",
  fix: "Set actions.shaPinningRequired to true.",
  severity: "high",
  topics: ["repository", "actions"],
  references: [actionsSettings, scorecardCheck("Pinned-Dependencies")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachActionsSetting({
    types: {
      repository: providerTypes.githubActions,
      organization: providerTypes.githubOrganizationActions,
    },
    property: "shaPinningRequired",
    input: "actions.shaPinningRequired",
    wanted: true,
    holds: (resource) => asked(resource, ["shaPinningRequired"]),
  }),
});
