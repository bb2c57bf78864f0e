import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";
import { readBranchProtection } from "./branch-protection";
import { type Demands, allOf, anyOf, noDemands, openDemands, perhaps } from "./demands";
import type { ProtectionSource } from "./protection-source";
import { matchesRef } from "./ref-pattern";
import { repositoryParts } from "./repository-parts";
import { readRuleset, rulesetCovers } from "./ruleset";

/** What branch protection and rulesets together ask of a change of the default branch. */
export interface Protection {
  /** The default branch, when its name is known. */
  branch: string | undefined;
  /** Rules that are for the branch, the classic one first. */
  sources: readonly ProtectionSource[];
  /** Whether a rule of which that is not known yet may be for the branch. */
  open: boolean;
  /** What is asked of those who pass by no rule. */
  demands: Demands;
  /** What is asked of everybody, administrators included. */
  inescapable: Demands;
}

interface Cover {
  sources: readonly ProtectionSource[];
  open: boolean;
  demands: Demands;
  inescapable: Demands;
}

// Requirement: REPO-01, REPO-02
export function protectionOf(stack: StackView, repository: DeclaredResource): Protection {
  const branch = defaultBranch(stack, repository);
  const covers = [classicCover(stack, repository, branch), rulesetCover(stack, repository, branch)];
  return {
    branch,
    sources: covers.flatMap(({ sources }) => sources),
    open: covers.some(({ open }) => open),
    demands: allOf(covers.map(({ demands }) => demands)),
    inescapable: allOf(covers.map(({ inescapable }) => inescapable)),
  };
}

/** GitHub calls the first branch `main` unless somebody says otherwise. */
export function defaultBranch(stack: StackView, repository: DeclaredResource): string | undefined {
  const [declared] = repositoryParts(stack, repository, providerTypes.githubBranchDefault).declared;
  const reading = declared
    ? readProperty(declared.inputs, ["branch"])
    : readProperty(repository.inputs, ["defaultBranch"]);
  return reading.state === "absent" ? "main" : textOf(reading);
}

/**
 * Of several classic rules one alone holds: the one that names the branch, or else the oldest with a pattern that
 * matches. Nobody knows which that is, so that only what each of them asks counts.
 */
function classicCover(
  stack: StackView,
  repository: DeclaredResource,
  branch: string | undefined,
): Cover {
  const { declared, undecided } = repositoryParts(
    stack,
    repository,
    providerTypes.githubBranchProtection,
  );
  const rules = declared.map((one) => ({
    source: readBranchProtection(one),
    pattern: readProperty(one.inputs, ["pattern"]),
  }));
  const exact = rules.filter(({ pattern }) => branch !== undefined && textOf(pattern) === branch);
  const held = exact.length > 0 ? exact : rules.filter(({ pattern }) => reaches(pattern, branch));
  const sources = held.map(({ source }) => source);
  const doubtful =
    undecided || branch === undefined || rules.some(({ pattern }) => pattern.state === "unknown");
  if (exact.length === 0 && doubtful) {
    const foreign = undecided ? [openDemands] : [];
    const demands = [...rules.map(({ source }) => source.demands), ...foreign];
    const inescapable = [...rules.map(({ source }) => source.inescapable), ...foreign];
    return {
      sources: [],
      open: demands.length > 0,
      demands: perhaps(allOf(demands)),
      inescapable: perhaps(allOf(inescapable)),
    };
  }
  return { sources, open: false, ...together(sources) };
}

function together([first, ...more]: readonly ProtectionSource[]): Pick<
  Cover,
  "demands" | "inescapable"
> {
  if (!first) return { demands: noDemands, inescapable: noDemands };
  return {
    demands: anyOf([first.demands, ...more.map(({ demands }) => demands)]),
    inescapable: anyOf([first.inescapable, ...more.map(({ inescapable }) => inescapable)]),
  };
}

function reaches(pattern: Reading, branch: string | undefined): boolean {
  const text = textOf(pattern);
  return text !== undefined && branch !== undefined && matchesRef(text, branch);
}

/** All rulesets that are in force hold together. */
function rulesetCover(
  stack: StackView,
  repository: DeclaredResource,
  branch: string | undefined,
): Cover {
  const { declared, undecided } = repositoryParts(stack, repository, providerTypes.githubRuleset);
  const rules = declared.map((one) => ({
    source: readRuleset(one),
    covers: rulesetCovers(one, branch),
  }));
  const sure = rules.filter(({ covers }) => covers === true).map(({ source }) => source);
  const unsure = rules.filter(({ covers }) => covers === "open").map(({ source }) => source);
  const foreign = undecided ? [openDemands] : [];
  return {
    sources: sure,
    open: undecided || unsure.length > 0,
    demands: allOf([
      ...sure.map(({ demands }) => demands),
      ...unsure.map(({ demands }) => perhaps(demands)),
      ...foreign,
    ]),
    inescapable: allOf([
      ...sure.map(({ inescapable }) => inescapable),
      ...unsure.map(({ inescapable }) => perhaps(inescapable)),
      ...foreign,
    ]),
  };
}
