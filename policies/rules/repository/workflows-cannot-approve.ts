import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { actionsSettings, privilegedAccess } from "../../lib/repository/references";
import { eachActionsSetting } from "../../lib/repository/settings";
import { textOf } from "../../lib/text";
import { defineRule } from "../../rule";

// Requirement: REPO-02, CONF-41
export const workflowsCannotApprove = defineRule({
  id: "workflows-cannot-approve",
  title: "Workflows approve no pull requests",
  why: "A workflow that may approve is one of the two reviewers, and it is written by the author of the change.",
  fix: "Set actions.canApprovePullRequestReviews to false.",
  severity: "high",
  topics: ["repository", "actions"],
  references: [actionsSettings, privilegedAccess],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachActionsSetting({
    types: {
      repository: providerTypes.githubWorkflows,
      organization: providerTypes.githubOrganizationWorkflows,
    },
    property: "canApprovePullRequestReviews",
    input: "actions.canApprovePullRequestReviews",
    wanted: false,
    holds: ({ inputs }) => {
      const approve = readProperty(inputs, ["canApprovePullRequestReviews"]);
      return approve.state === "unknown" ? "open" : textOf(approve) !== "true";
    },
  }),
});
