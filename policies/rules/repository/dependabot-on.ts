import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { type RepositorySite, answer, eachRepository } from "../../lib/repository/judge-repository";
import { asked } from "../../lib/repository/protection-source";
import { cisGithub, scorecardCheck, vulnerabilities } from "../../lib/repository/references";
import { repositoryParts } from "../../lib/repository/repository-parts";
import { type Answer, defineRule, fail, unknown } from "../../rule";

// Requirement: REPO-10
export const dependabotOn = defineRule({
  id: "dependabot-on",
  title: "GitHub tells of vulnerable dependencies and proposes the version that mends them",
  why: "Most holes come with a dependency and are known to everybody by the time they are used.",
  fix: "Set dependabot to true, or declare RepositoryVulnerabilityAlerts and RepositoryDependabotSecurityUpdates.",
  severity: "high",
  topics: ["repository", "dependencies"],
  references: [cisGithub("1.5.5"), vulnerabilities, scorecardCheck("Vulnerabilities")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachRepository((site) => {
    const old = asked(site.repository, ["vulnerabilityAlerts"]);
    const alerts = { what: "alerts", type: providerTypes.githubVulnerabilityAlerts, absent: true };
    const updates = { what: "updates", type: providerTypes.githubDependabotUpdates, absent: false };
    return [old === true ? [] : judgePart(site, alerts), judgePart(site, updates)].flat();
  }),
});

interface Part {
  what: string;
  type: string;
  /** What the provider takes a missing `enabled` for. */
  absent: boolean;
}

function judgePart({ stack, repository }: RepositorySite<unknown>, part: Part): Answer[] {
  const { declared, undecided } = repositoryParts(stack, repository, part.type);
  const input = "dependabot";
  if (declared.length > 0) {
    return declared.map((resource) => {
      const enabled = asked(resource, ["enabled"], part.absent);
      const evidence = { urn: resource.urn, property: "enabled", input, wanted: true };
      return answer(enabled, { ...evidence, found: enabled === true });
    });
  }
  const evidence = { urn: repository.urn, input, wanted: part.what };
  const message = `found no security ${part.what} for dependencies, wanted them on`;
  return [undecided ? unknown(evidence) : fail({ ...evidence, found: null, message })];
}
