import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { type Reading, readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { isoChanges, sourceCodeAccess } from "../../lib/repository/references";
import { sitesOf } from "../../lib/sites";
import { readText, textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-19
export const repositoryDeclared = defineRule({
  id: "repository-declared",
  title: "The repository that the app is built from is declared",
  why: "Rules of a repository that are set by hand are changed by hand, and nobody sees it.",
  fix: "Add groundwork:repository to the stack that groundwork:shared.owner names.",
  severity: "high",
  topics: ["repository", "governance"],
  references: [isoChanges, sourceCodeAccess],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { shared } }) => {
    const sites = sitesOf(stack).filter(builtFromGithub);
    if (sites.length === 0) return notApplicable("the stack builds no app from GitHub");
    if (parseUrn(stack.urn).stack !== shared.owner) {
      return notApplicable(`the stack ${shared.owner} declares what stacks share`);
    }
    const names = stack
      .ofType(providerTypes.githubRepository)
      .map(({ inputs }) => readProperty(inputs, ["name"]));
    return sites.map((site) => judgeSite(site, names));
  },
});

const builtFromGithub = ({ inputs }: DeclaredResource) =>
  readText(inputs, ["gitRepository", "type"]) === "github";

/** GitHub does not tell `Docs` from `docs`. */
function judgeSite({ urn, inputs }: DeclaredResource, names: readonly Reading[]): Answer {
  const property = "gitRepository.repo";
  const evidence = { urn, property, input: property, wanted: "a Repository of that name" };
  const repo = readProperty(inputs, ["gitRepository", "repo"]);
  if (repo.state === "unknown") return unknown(evidence);
  const found = textOf(repo) ?? "";
  const name = found.slice(found.indexOf("/") + 1).toLowerCase();
  if (names.some((one) => textOf(one)?.toLowerCase() === name)) return pass({ ...evidence, found });
  return names.some(({ state }) => state === "unknown")
    ? unknown(evidence)
    : fail({ ...evidence, found });
}
