import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { judgeGrant, userGrants } from "../../lib/repository/grants";
import { accessByRole, privilegedAccess } from "../../lib/repository/references";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const collaboratorsLimited = defineRule({
  id: "collaborators-limited",
  title: "Nobody administrates or maintains the repository outside of a team",
  why: "Access that is given to a person stays when the person leaves the team that it was given for.",
  fix: "Give the permission to a team that the person is a member of, and push at most to a person.",
  severity: "high",
  topics: ["repository", "access"],
  references: [accessByRole, privilegedAccess],
  appliesTo: [providerTypes.githubCollaborator, providerTypes.githubCollaborators],
  options: z.strictObject({
    allowed: z.array(z.string()).min(1).describe("Permissions that a person may have directly."),
  }),
  check: (resource, { options: { allowed } }) =>
    userGrants(resource).map((grant) => judgeGrant(grant, allowed)),
});
