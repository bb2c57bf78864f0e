import { awsLimits } from "../../catalogue/limits/aws";
import { document, type PolicyDocument, type Statement } from "../policy-document";
import { type AccessSettings, defaults } from "./args";
import { environmentSubject, pullRequestSubject, trustOf, workflowOf } from "./documents";
import { keepAccess, keepLocks } from "./kept";
import { readStatements, type Reach, valueStatements, writeStatements } from "./permissions";
import {
  decryptState,
  keepStateKey,
  lockState,
  readState,
  type StateOwner,
  writeState,
} from "./state-rights";

/** A role and who may take it. */
export interface RoleSpec {
  name: string;
  description: string;
  trust: PolicyDocument;
  /** What it alone may do, written into the role. */
  rights: PolicyDocument | undefined;
  /** Keys of the policies that it is given. */
  policies: readonly PolicyKey[];
}

/** A policy that stands by itself and is given to roles. */
export interface PolicySpec {
  name: string;
  description: string;
  rights: PolicyDocument;
}

export type PolicyKey = "read-keep" | "read-watch" | "write-run" | "write-watch";

export interface AccessSpec {
  deploy: RoleSpec;
  preview: RoleSpec | undefined;
  drift: RoleSpec | undefined;
  policies: Record<PolicyKey, PolicySpec>;
  maxSessionDuration: number;
}

/** Longest documents that IAM takes, in characters without blanks. */
export const limits = {
  managedPolicy: awsLimits.managedPolicy.value,
  inlinePolicies: awsLimits.inlinePolicies.value,
} as const;

const reading = ["read-keep", "read-watch"] as const;

/** The stack that the roles work on. */
export type StackIdentity = Pick<StateOwner, "project" | "stack">;

// Requirement: COMP-03, SECR-07
/** The roles with their documents. Check the args with `accessProblems` first. */
export function accessSpec(args: AccessSettings, identity: StackIdentity): AccessSpec {
  const { accountId, product, tier, state, preview = defaults.preview } = args;
  const owner: StateOwner = { accountId, ...identity };
  const prefix = `${product}-${tier}`;
  const reach = reachOf(args);
  return {
    deploy: {
      name: `${prefix}-ci-deploy`,
      description: `GitHub Actions updates the stack ${identity.stack}`,
      trust: trustOf(accountId, environmentSubject(args.repository, args.environment)),
      rights: document(
        ...writeStatements("keep", reach),
        ...(state ? [...writeState(state, owner), ...decryptState(state, owner)] : []),
        keepAccess(accountId, prefix),
        keepLocks,
        ...(state ? keepStateKey(state, owner) : []),
      ),
      policies: [...reading, "write-run", "write-watch"],
    },
    preview: preview === false ? undefined : previewRole(args, owner, prefix),
    drift: driftRole(args, owner, prefix),
    policies: policiesOf(args, owner, prefix),
    maxSessionDuration: args.maxSessionDuration ?? defaults.maxSessionDuration,
  };
}

function policiesOf(
  args: AccessSettings,
  owner: StateOwner,
  prefix: string,
): AccessSpec["policies"] {
  const { state } = args;
  const reach = reachOf(args);
  const policy = (key: PolicyKey, what: string, ...statements: Statement[]): PolicySpec => ({
    name: `${prefix}-ci-${key}`,
    description: `${what} of the stack ${owner.stack}`,
    rights: document(...statements),
  });
  return {
    "read-keep": policy(
      "read-keep",
      "Reading data, roles and budgets",
      ...readStatements(["keep"], reach),
      ...(state ? readState(state, owner) : []),
    ),
    "read-watch": policy(
      "read-watch",
      "Reading alarms, logs, checks and functions",
      ...readStatements(["watch", "run"], reach),
    ),
    "write-run": policy(
      "write-run",
      "Changing functions, checks and what runs by itself",
      ...writeStatements("run", reach),
    ),
    "write-watch": policy(
      "write-watch",
      // AWS makes a policy anew for another description, and the job that updates the stack works by this one.
      "Changing alarms, logs, checks and functions",
      ...writeStatements("watch", reach),
    ),
  };
}

function previewRole(
  { accountId, repository, state, preview }: AccessSettings,
  owner: StateOwner,
  prefix: string,
): RoleSpec {
  const decrypt = preview ? preview.decrypt : undefined;
  const rights = state && (decrypt ?? defaults.decrypt) ? decryptState(state, owner) : [];
  return {
    name: `${prefix}-ci-preview`,
    description: `GitHub Actions reads the stack ${owner.stack} for a pull request`,
    trust: trustOf(accountId, pullRequestSubject(repository)),
    rights: rights.length > 0 ? document(...rights) : undefined,
    policies: reading,
  };
}

// Requirement: OPS-06
/** What the engine needs to read every resource anew: the values of secrets too, since the state holds them. */
function driftRole(args: AccessSettings, owner: StateOwner, prefix: string): RoleSpec | undefined {
  const { accountId, repository, state, drift = defaults.drift } = args;
  if (drift === false) return undefined;
  const environment = drift.environment ?? `${args.environment}-drift`;
  const { workflow = defaults.driftWorkflow, branch = defaults.driftBranch } = drift;
  const rights = [
    ...valueStatements(reachOf(args)),
    ...(state ? [...lockState(state, owner), ...decryptState(state, owner, ["kms:Decrypt"])] : []),
  ];
  return {
    name: `${prefix}-ci-drift`,
    description: `GitHub Actions compares the stack ${owner.stack} with its providers`,
    trust: trustOf(
      accountId,
      environmentSubject(repository, environment),
      workflowOf(repository, workflow, branch),
    ),
    rights: rights.length > 0 ? document(...rights) : undefined,
    policies: reading,
  };
}

function reachOf(args: AccessSettings): Reach {
  const { accountId, product, tier, buckets = [], secrets = [], budgets = [] } = args;
  const { caches = [], responders = [], appMonitors = [] } = args;
  const others = { caches, responders, appMonitors };
  return { accountId, product, tier, buckets, secrets, budgets, ...others };
}
