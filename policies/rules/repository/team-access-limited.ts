import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { judgeGrant, teamGrants } from "../../lib/repository/grants";
import { accessByRole, sourceCodeAccess } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const teamAccessLimited = defineRule({
  id: "team-access-limited",
  title: "No team may do more in the repository than its work needs",
  why: "A team that may administrate takes down every rule that binds it, for as long as it takes to push.",
  fix: "Set the team's permission to pull, triage, push or maintain.",
  severity: "high",
  topics: ["repository", "access"],
  references: [accessByRole, sourceCodeAccess],
  appliesTo: [providerTypes.githubTeamRepository, providerTypes.githubCollaborators],
  options: z.strictObject({
    allowed: z.array(z.string()).min(1).describe("Permissions that a team may have."),
  }),
  check: (resource, { options: { allowed } }) =>
    teamGrants(resource).map((grant) => judgeGrant(grant, allowed)),
});
