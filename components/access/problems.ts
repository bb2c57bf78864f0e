import { awsLimits } from "../../catalogue/limits/aws";
import type { Problem } from "../../core/errors";
import { type AccessSettings, defaults } from "./args";
import { accessSpec, limits, type StackIdentity } from "./spec";

/** As GitHub takes names of organisations and repositories; no wildcard can hide in them. */
const repositoryPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/[A-Za-z0-9._-]{1,100}$/;
/** GitHub allows more, but encodes it in the token's subject. */
const environmentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;
const workflowPattern = /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/;
const branchPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,254}$/;
const environmentAllowed =
  "the name of one GitHub environment: letters, digits, dots, hyphens, underscores";
/** Longest name of an IAM role. */
const { value: longestRole } = awsLimits.roleName;

/** What AWS would refuse, or what would let others in; paths count from the args. */
export function accessProblems(args: AccessSettings, identity: StackIdentity): Problem[] {
  const wrong = [...nameProblems(args), ...driftProblems(args), ...durationProblems(args)];
  return wrong.length > 0 ? wrong : lengthProblems(args, identity);
}

function nameProblems({ accountId, repository, environment, product, tier }: AccessSettings) {
  const longest = `${product}-${tier}-ci-preview`;
  const checks: Check[] = [
    [/^\d{12}$/.test(accountId), "accountId", accountId, "an AWS account: 12 digits in quotes"],
    [
      repositoryPattern.test(repository),
      "repository",
      repository,
      "one repository, organisation/name, without wildcards",
    ],
    [environmentPattern.test(environment), "environment", environment, environmentAllowed],
    [
      longest.length <= longestRole,
      "product",
      product,
      `a name so short that ${longest} has at most ${longestRole} characters`,
    ],
  ];
  return problemsOf(checks);
}

function driftProblems({ environment: updates, drift }: AccessSettings): Problem[] {
  if (!drift) return [];
  const { environment = `${updates}-drift` } = drift;
  const { workflow = defaults.driftWorkflow, branch = defaults.driftBranch } = drift;
  return problemsOf([
    [environmentPattern.test(environment), "drift.environment", environment, environmentAllowed],
    // One environment for both would let a job that nobody approved take the role that changes things, or the reverse.
    [
      environment !== updates,
      "drift.environment",
      environment,
      "another environment than the one of updates",
    ],
    [
      workflowPattern.test(workflow),
      "drift.workflow",
      workflow,
      "one file of .github/workflows, without wildcards",
    ],
    [branchPattern.test(branch), "drift.branch", branch, "one branch, without wildcards"],
  ]);
}

type Check = readonly [ok: boolean, path: string, found: string, allowed: string];

function problemsOf(checks: readonly Check[]): Problem[] {
  return checks.flatMap(([ok, path, found, allowed]): Problem[] =>
    ok ? [] : [{ where: { path }, found, allowed }],
  );
}

function durationProblems({ maxSessionDuration }: AccessSettings): Problem[] {
  if (maxSessionDuration === undefined) return [];
  const fits =
    Number.isInteger(maxSessionDuration) &&
    maxSessionDuration >= 3600 &&
    maxSessionDuration <= 43_200;
  const where = { path: "maxSessionDuration" };
  return fits
    ? []
    : [{ where, found: String(maxSessionDuration), allowed: "3600 to 43200 seconds" }];
}

/** The more buckets and secrets a stack names, the longer the documents. */
function lengthProblems(args: AccessSettings, identity: StackIdentity): Problem[] {
  const { deploy, policies } = accessSpec(args, identity);
  const documents: [what: string, length: number, most: number][] = [
    [deploy.name, lengthOf(deploy.rights), limits.inlinePolicies],
    ...Object.values(policies).map(({ name, rights }): [string, number, number] => [
      name,
      lengthOf(rights),
      limits.managedPolicy,
    ]),
  ];
  return documents.flatMap(([what, length, most]): Problem[] =>
    length <= most
      ? []
      : [
          {
            where: { path: "buckets" },
            found: `the rights of ${what} take ${length} characters`,
            allowed: `at most ${most}, says IAM`,
            fix: "let names of buckets begin with product and tier, so that one pattern covers them",
          },
        ],
  );
}

const lengthOf = (document: object | undefined): number => JSON.stringify(document ?? {}).length;
