import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { readText } from "../text";
import { repositoryParts } from "./repository-parts";

/** The slug that GitHub makes of a team's name. */
export function slugOf({ inputs }: DeclaredResource): string {
  const name = readText(inputs, ["name"]) ?? "";
  return name.toLowerCase().replace(/[^a-z0-9_]+/g, "-");
}

/** What each team may do in the repository: by reference to the team, or by its slug. */
export function teamAccess(stack: StackView, repository: DeclaredResource) {
  const type = providerTypes.githubTeamRepository;
  const { declared, undecided } = repositoryParts(stack, repository, type);
  const bySlug = new Map(declared.map((grant) => [readText(grant.inputs, ["teamId"]), grant]));
  return (team: DeclaredResource): Reading => {
    const referring = stack.dependents(team, type, "teamId");
    const grant = referring.find((one) => declared.includes(one)) ?? bySlug.get(slugOf(team));
    if (!grant) return { state: undecided ? "unknown" : "absent" };
    const permission = readProperty(grant.inputs, ["permission"]);
    return permission.state === "absent" ? { state: "known", value: "pull" } : permission;
  };
}
