import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { TeamArgs } from "./args";

export interface TeamTransforms {
  /** Called for each team. */
  team?: Transform<github.TeamArgs> | undefined;
  /** Called for the member list of each team. */
  teamMembers?: Transform<github.TeamMembersArgs> | undefined;
  /** Called for what each team may do in the repository. */
  teamRepository?: Transform<github.TeamRepositoryArgs> | undefined;
}

export interface DeclaredTeams {
  /** By slug. */
  teams: Record<string, github.Team>;
  /** What they may do in the repository: whoever names a team there must wait for it. */
  access: github.TeamRepository[];
}

// Requirement: COMP-03, DR-18
/** Declares each team, everyone in it, and what it may do in the repository. */
export function declareTeams(
  parent: Component,
  repository: pulumi.Output<string>,
  teams: Readonly<Record<string, TeamArgs>>,
  transforms: TeamTransforms,
): DeclaredTeams {
  const declared: DeclaredTeams = { teams: {}, access: [] };
  for (const [slug, team] of Object.entries(teams)) {
    const made = declareTeam(parent, slug, team, transforms);
    declared.teams[slug] = made;
    const { permission } = team;
    if (!permission) continue;
    const access: github.TeamRepositoryArgs = { teamId: made.id, repository, permission };
    const opts = { transform: transforms.teamRepository };
    declared.access.push(
      new github.TeamRepository(...child(parent, `access-${slug}`, access, opts)),
    );
  }
  return declared;
}

function declareTeam(
  parent: Component,
  slug: string,
  { description, members }: TeamArgs,
  transforms: TeamTransforms,
): github.Team {
  // A secret team can be no code owner, and nobody sees whom to ask.
  const args: github.TeamArgs = {
    name: slug,
    ...(description && { description }),
    privacy: "closed",
  };
  const team = new github.Team(
    ...child(parent, `team-${slug}`, args, { transform: transforms.team }),
  );
  if (members) {
    const list: github.TeamMembersArgs = {
      teamSlug: team.slug,
      members: Object.entries(members).map(([username, role]) => ({ username, role })),
    };
    const opts = { transform: transforms.teamMembers };
    new github.TeamMembers(...child(parent, `members-${slug}`, list, opts));
  }
  return team;
}
