import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { readText, textOf } from "../text";
import type { Asked } from "./demands";
import { repositoryParts } from "./repository-parts";

/** Whether it is limited what deploys to an environment, and what is wrong if not. */
export interface Deployable {
  state: Asked;
  message: string;
}

// Requirement: REPO-03, REPO-04
/** Says it of each environment of the stack, whose repositories and patterns it looks up once. */
export function deployableIn(stack: StackView): (environment: DeclaredResource) => Deployable {
  const homes = homesOf(stack);
  const patternsFor = patternsIn(stack);
  return (environment) => {
    const flag = (name: string) =>
      readProperty(environment.inputs, ["deploymentBranchPolicy", name]);
    const protectedOnly = flag("protectedBranches");
    if (isTrue(protectedOnly)) return byProtection(stack, homes.get(environment));
    const named = flag("customBranchPolicies");
    if (isTrue(named)) return byName(patternsFor(environment));
    const open = [protectedOnly, named].some(({ state }) => state === "unknown");
    return open ? unclear : { state: false, message: "any branch may deploy" };
  };
}

const limited: Deployable = { state: true, message: "" };
const unclear: Deployable = { state: "open", message: "" };

const isTrue = (reading: Reading): boolean => textOf(reading) === "true";

/** Each environment's repository, where this stack declares it. */
function homesOf(stack: StackView): Map<DeclaredResource, DeclaredResource> {
  return new Map(
    stack
      .ofType(providerTypes.githubRepository)
      .flatMap((repository) =>
        repositoryParts(stack, repository, providerTypes.githubEnvironment).declared.map(
          (environment) => [environment, repository] as const,
        ),
      ),
  );
}

/**
 * GitHub counts classic rules alone as protection here, and lets every branch deploy where there is none. Of a
 * repository that another stack declares nothing can be said; its rules are judged there.
 */
function byProtection(stack: StackView, repository: DeclaredResource | undefined): Deployable {
  if (!repository) return limited;
  const type = providerTypes.githubBranchProtection;
  const { declared, undecided } = repositoryParts(stack, repository, type);
  if (declared.length > 0) return limited;
  const message =
    "protected branches only, and no branch protection rule is declared: every branch may deploy";
  return undecided ? unclear : { state: false, message };
}

function byName(policies: readonly DeclaredResource[]): Deployable {
  const patterns = policies.flatMap(({ inputs }) => {
    const pattern = readProperty(inputs, ["branchPattern"]);
    return pattern.state === "absent" ? [] : [pattern];
  });
  const every = patterns.map(textOf).find((pattern) => /^[*/]+$/.test(pattern ?? ""));
  if (every !== undefined) return { state: false, message: `${every} lets every branch deploy` };
  if (patterns.some(({ state }) => state === "unknown")) return unclear;
  if (patterns.length > 0) return limited;
  return { state: false, message: "named branches only, and none is named" };
}

/** Patterns name their environment by reference, or by its name and that of the repository. */
function patternsIn(stack: StackView) {
  const type = providerTypes.githubDeploymentPolicy;
  const called = new Map<string, DeclaredResource[]>();
  for (const policy of stack.ofType(type)) {
    const named = called.get(nameOf(policy));
    if (named) named.push(policy);
    else called.set(nameOf(policy), [policy]);
  }
  return (environment: DeclaredResource): DeclaredResource[] => {
    const named = called.get(nameOf(environment)) ?? [];
    return [...new Set([...stack.dependents(environment, type, "environment"), ...named])];
  };
}

function nameOf({ inputs }: DeclaredResource): string {
  return ["repository", "environment"].map((part) => readText(inputs, [part]) ?? "?").join(" ");
}
