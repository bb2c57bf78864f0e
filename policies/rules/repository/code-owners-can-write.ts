import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { owningTeams, readCodeOwners } from "../../lib/repository/code-owners";
import { codeOwnersPlaces, committedFile } from "../../lib/repository/committed-files";
import { eachRepository } from "../../lib/repository/judge-repository";
import { codeOwners } from "../../lib/repository/references";
import { slugOf, teamAccess } from "../../lib/repository/teams";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-16
export const codeOwnersCanWrite = defineRule({
  id: "code-owners-can-write",
  title: "Every team that owns code can be asked for its review",
  why: "GitHub passes over owners that cannot write or that are secret without a word, and the review that was required is required of nobody.",
  fix: "Give the team push, maintain or admin in the repository, and privacy closed.",
  severity: "medium",
  topics: ["repository", "review"],
  references: [codeOwners],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository(({ stack, repository }) => {
    const file = committedFile(stack, repository, codeOwnersPlaces);
    if (file.state !== "declared") {
      return notApplicable("no CODEOWNERS file is declared", repository.urn);
    }
    const slugs = owningTeams(readCodeOwners(textOf(file.content) ?? ""));
    const teams = stack
      .ofType(providerTypes.githubTeam)
      .filter((team) => slugs.includes(slugOf(team)));
    if (teams.length === 0) {
      return notApplicable("no team that the stack declares owns code", file.resource.urn);
    }
    const access = teamAccess(stack, repository);
    return teams.flatMap((team) => judgeTeam(team, access(team)));
  }),
});

const writers = ["push", "maintain", "admin"];

function judgeTeam({ urn, inputs, name }: DeclaredResource, permission: Reading): Answer[] {
  const privacy = readProperty(inputs, ["privacy"]);
  return [
    judgeOne({ urn, property: "privacy", wanted: "closed" }, privacy, ["closed"]),
    judgeOne(
      { urn, input: `teams.${name}.permission`, wanted: "push or more" },
      permission,
      writers,
    ),
  ];
}

function judgeOne(
  evidence: { urn: string; property?: string; input?: string; wanted: string },
  reading: Reading,
  allowed: readonly string[],
): Answer {
  if (reading.state === "unknown") return unknown(evidence);
  const found = textOf(reading) ?? null;
  if (found !== null && allowed.includes(found)) return pass({ ...evidence, found });
  const message = `found ${found ?? "nothing"} as ${evidence.property ?? "permission"} of a team that owns code, wanted ${evidence.wanted}`;
  return fail({ ...evidence, found, message });
}
