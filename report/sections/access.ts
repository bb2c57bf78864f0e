import { byText } from "../../core/order";
import type { ReportedAccess, ReportedGrant, ReportedRole } from "../section-model";
import type { Declared } from "./declared";
import { reportedBranches, reportedEnvironments, reportedTeams } from "./repository";
import { targetOf } from "./results";

/** A role's rights, read out of the documents that it is given. */
export type ReadRole = Omit<ReportedRole, "type" | "name">;

/** Who may do what: roles on AWS, teams, environments and branches on GitHub. */
export function reportedAccess(stack: Declared, roles: readonly ReadRole[]): ReportedAccess {
  return {
    roles: roles.map(reportedRole).sort(byText(({ urn }) => urn)),
    teams: reportedTeams(stack),
    environments: reportedEnvironments(stack),
    branches: reportedBranches(stack),
  };
}

function reportedRole({ urn, openTo, grants, policies, ...rest }: ReadRole): ReportedRole {
  return {
    ...targetOf(urn),
    openTo: openTo.toSorted(),
    grants: grants.map(sortedGrant).sort(byText((grant) => JSON.stringify(grant))),
    policies: policies.toSorted(),
    ...rest,
  };
}

function sortedGrant({ actions, on, conditions, ...rest }: ReportedGrant): ReportedGrant {
  return {
    ...rest,
    actions: actions.toSorted(),
    on: on.toSorted(),
    conditions: conditions.toSorted(),
  };
}
