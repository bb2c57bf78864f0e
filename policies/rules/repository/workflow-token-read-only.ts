import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { actionsSettings, scorecardCheck } from "../../lib/repository/references";
import { eachActionsSetting } from "../../lib/repository/settings";
import { textOf } from "../../lib/text";
import { defineRule } from "../../rule";

// Requirement: CONF-41
export const workflowTokenReadOnly = defineRule({
  id: "workflow-token-read-only",
  title: "The token of a job reads, and writes only where its workflow says so",
  why: "A dependency or an action gone bad writes to the repository with the token that every job is given.",
  fix: "Set actions.defaultWorkflowPermissions to read.",
  severity: "high",
  topics: ["repository", "actions"],
  references: [actionsSettings, scorecardCheck("Token-Permissions")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachActionsSetting({
    types: {
      repository: providerTypes.githubWorkflows,
      organization: providerTypes.githubOrganizationWorkflows,
    },
    property: "defaultWorkflowPermissions",
    input: "actions.defaultWorkflowPermissions",
    wanted: "read",
    holds: ({ inputs }) => {
      const permissions = readProperty(inputs, ["defaultWorkflowPermissions"]);
      return permissions.state === "unknown" ? "open" : textOf(permissions) === "read";
    },
  }),
});
