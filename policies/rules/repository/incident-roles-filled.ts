import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value, isPropertyMap, readProperty } from "../../../core/value";
import { incidentRolesClause } from "../../lib/repository/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: DR-18, COMP-03
export const incidentRolesFilled = defineRule({
  id: "incident-roles-filled",
  title: "Each role in an incident has a team with somebody in it",
  why: "In an incident nobody has the time to find out who decides, who mends, and who tells customers.",
  fix: "Give teams the incidentRole commander, engineering, communication and customers, and members.",
  severity: "medium",
  topics: ["repository", "incidents"],
  references: [incidentRolesClause],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const owned = stack.ofType(tokens.repository).filter(({ inputs }) => inputs["owned"] !== false);
    if (owned.length === 0) return notApplicable("no component of the stack declares teams");
    return owned.flatMap(({ urn, inputs }) =>
      incidentRoles.map((role) => ({ urn, ...judgeRole(inputs["teams"], role) })),
    );
  },
});

const incidentRoles = ["commander", "engineering", "communication", "customers"];

function judgeRole(teams: Value | undefined, role: string): Answer {
  const evidence = { property: "teams", input: "teams", wanted: `a team for ${role}` };
  if (teams === UNKNOWN) return unknown(evidence);
  const entries = isPropertyMap(teams) ? Object.entries(teams) : [];
  const holder = entries.find(([, team]) => isPropertyMap(team) && team["incidentRole"] === role);
  if (!holder) {
    if (entries.some(([, team]) => isPropertyMap(team) && team["incidentRole"] === UNKNOWN)) {
      return unknown(evidence);
    }
    return fail({ ...evidence, found: null, message: `teams: nobody is ${role} in an incident` });
  }
  const [slug, team] = holder;
  const members = readProperty(team ?? null, ["members"]);
  const empty =
    members.state === "known" &&
    isPropertyMap(members.value) &&
    Object.keys(members.value).length === 0;
  const place = { ...evidence, input: `teams.${slug}` };
  if (!empty) return pass({ ...place, found: slug });
  const message = `teams: ${slug} is ${role} in an incident and has no members`;
  return fail({ ...place, found: slug, message });
}
