import type { DeclaredResource } from "../../../core/resource";
import { type Reading, type Value, readProperty } from "../../../core/value";
import { type Answer, fail, notApplicable, pass, unknown } from "../../rule";
import { itemsOf } from "../lists";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";

/** What somebody may do in a repository; no permission where nobody is named. */
interface Grant {
  property: string;
  permission: Reading;
}

/** What the provider gives a team or a person of which nothing is said. */
const usual: Readonly<Record<string, string>> = {
  [providerTypes.githubTeamRepository]: "pull",
  [providerTypes.githubCollaborator]: "push",
  [providerTypes.githubCollaborators]: "push",
};

/** What a resource lets teams do. */
export const teamGrants = (resource: DeclaredResource): Grant[] => grants(resource, "teams");

/** What a resource lets people do. */
export const userGrants = (resource: DeclaredResource): Grant[] => grants(resource, "users");

function grants({ type, inputs }: DeclaredResource, list: "teams" | "users"): Grant[] {
  const absent = usual[type] ?? "";
  if (type !== providerTypes.githubCollaborators) return [grant(inputs, "", absent)];
  const listed = readProperty(inputs, [list]);
  if (listed.state === "unknown") return [{ property: list, permission: listed }];
  const named = itemsOf(listed).map((item, at) => grant(item, `${list}[${at}].`, absent));
  return named.length > 0 ? named : [{ property: list, permission: { state: "absent" } }];
}

function grant(from: Value, prefix: string, absent: string): Grant {
  const permission = readProperty(from, ["permission"]);
  const filled: Reading =
    permission.state === "absent" ? { state: "known", value: absent } : permission;
  return { property: `${prefix}permission`, permission: filled };
}

/** Custom roles are not on the list, since nobody can tell from outside what they allow. */
export function judgeGrant({ property, permission }: Grant, allowed: readonly string[]): Answer {
  const evidence = { property, wanted: `one of ${allowed.join(", ")}` };
  if (permission.state === "unknown") return unknown(evidence);
  if (permission.state === "absent") return notApplicable(`${property} names nobody`);
  const found = textOf(permission) ?? null;
  const holds = found !== null && allowed.includes(found);
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}
