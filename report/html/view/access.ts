import { groupBy } from "../../../core/group";
import { byText } from "../../../core/order";
import type { Report } from "../../model";
import type { ReportedGrant } from "../../section-model";
import { counted } from "../numbers";
import type { Anchors } from "./anchors";

/** Roles, teams, environments and branches; what lets somebody past a gate has the letter of a failure. */
export function accessView({ access }: Report, anchors: Anchors) {
  const { roles, teams, environments, branches } = access;
  const anchored = <T extends { urn: string }>(one: T) => ({
    ...one,
    anchor: anchors.resource(one.urn),
  });
  return {
    empty: roles.length + teams.length + environments.length + branches.length === 0,
    roles: roles.map((role) => {
      const services = [...new Set(role.grants.flatMap(({ actions }) => actions.map(serviceOf)))];
      const actions = new Set(role.grants.flatMap((grant) => grant.actions)).size;
      return {
        ...anchored(role),
        summary: [
          actions > 0 && `${counted(actions, "action")} of ${counted(services.length, "service")}`,
          role.policies.length > 0 && counted(role.policies.length, "policy", "policies"),
        ]
          .filter((part) => part !== false)
          .join(", "),
        grants: role.grants.map(grantOf),
      };
    }),
    teams: teams.map((team) => ({
      ...anchored(team),
      members: team.members.map(({ name, role }) =>
        role === "member" ? name : `${name} (${role})`,
      ),
    })),
    environments: environments.map((one) => ({ ...anchored(one), ...bypass(one.adminBypass) })),
    branches: branches.map((one) => ({ ...anchored(one), ...bypass(one.adminBypass) })),
  };
}

function bypass(may: boolean) {
  return may ? { letter: "f", word: "may pass by" } : { letter: "p", word: "bound" };
}

/** Actions by service, so that a long list can be read. */
function grantOf({ allows, actions, allBut, on, conditions }: ReportedGrant) {
  const services = [...groupBy(actions, serviceOf)].sort(byText(([service]) => service));
  return {
    word: allows ? "allows" : "denies",
    allBut: allBut === true,
    services: services.map(([service, theirs]) => ({
      service,
      actions: theirs.map((action) => action.slice(action.indexOf(":") + 1)).join(", "),
    })),
    on,
    conditions: conditions.join(", "),
  };
}

/** `s3:GetObject` → `s3` */
function serviceOf(action: string): string {
  return action.includes(":") ? action.slice(0, action.indexOf(":")) : action;
}
