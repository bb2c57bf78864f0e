import { githubPlanProblems } from "../../catalogue/github-plans";
import { githubNames, githubRuleProblems } from "../../catalogue/github-rules";
import { githubLimits } from "../../catalogue/limits/github";
import type { Problem } from "../../core/errors";
import type { RepositorySettings } from "./args";

type NameRule = (typeof githubNames)[keyof typeof githubNames];

/** Most approvals that GitHub takes. */
const { value: mostReviews } = githubLimits.approvals;
/** Thirty days, in minutes. */
const [, longestWait] = githubLimits.waitMinutes.value;

/** What GitHub would refuse, or take and then ignore; paths count from the args. */
export function repositoryProblems(args: RepositorySettings): Problem[] {
  return [
    ...nameProblems(args),
    ...rangeProblems(args),
    ...listProblems(args),
    ...githubPlanProblems(args),
    ...githubRuleProblems(args),
  ];
}

function nameProblems(args: RepositorySettings): Problem[] {
  const { owner, name, teams = {}, codeOwners = {}, environment } = args;
  const reviewers = environment?.reviewers ?? {};
  const named: [path: string, name: string, rule: NameRule][] = [
    ["owner", owner, githubNames.login],
    ["name", name, githubNames.repository],
    ...Object.entries(teams).flatMap(([slug, { members = {} }]) => [
      [`teams.${slug}`, slug, githubNames.team] as [string, string, NameRule],
      ...Object.keys(members).map((login): [string, string, NameRule] => [
        `teams.${slug}.members.${login}`,
        login,
        githubNames.login,
      ]),
    ]),
    ...Object.entries(codeOwners).flatMap(([pattern, who]) =>
      who.map((owner, at): [string, string, NameRule] => [
        `codeOwners.${pattern}[${at}]`,
        owner,
        githubNames.codeOwner,
      ]),
    ),
    ...entries("environment.reviewers.teams", reviewers.teams, githubNames.team),
    ...entries("environment.reviewers.users", reviewers.users, githubNames.login),
  ];
  return named
    .filter(([, given, { pattern }]) => !pattern.test(given))
    .map(([path, given, { allowed }]) => ({ where: { path }, found: given, allowed }));
}

function entries(
  path: string,
  names: readonly string[] | undefined,
  rule: NameRule,
): [string, string, NameRule][] {
  return (names ?? []).map((name, at) => [`${path}[${at}]`, name, rule]);
}

function rangeProblems({ protection, environment }: RepositorySettings): Problem[] {
  const reviews = protection === false ? undefined : protection?.requiredApprovingReviewCount;
  const ranges: [path: string, given: number | undefined, most: number, unit: string][] = [
    ["protection.requiredApprovingReviewCount", reviews, mostReviews, ""],
    ["environment.waitTimer", environment?.waitTimer, longestWait, " minutes"],
  ];
  return ranges.flatMap(([path, given, most, unit]) =>
    given === undefined || (Number.isInteger(given) && given >= 0 && given <= most)
      ? []
      : [{ where: { path }, found: String(given), allowed: `0 to ${most}${unit}` }],
  );
}

/** Lists that say nothing, or the same twice. */
function listProblems({ mergeMethods, protection }: RepositorySettings): Problem[] {
  const checks = protection === false ? [] : (protection?.checks ?? []);
  const twice = checks.filter((check, at) => checks.indexOf(check) !== at);
  return [
    ...(mergeMethods?.length === 0
      ? [{ where: { path: "mergeMethods" }, found: "none", allowed: "merge, squash or rebase" }]
      : []),
    ...[...new Set(twice)].map((check) => ({
      where: { path: "protection.checks" },
      found: `${check} twice`,
      allowed: "each check once",
    })),
  ];
}
