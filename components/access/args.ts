import type { Tier } from "../../core/profile";

/** Where Pulumi keeps the state of the stacks, on S3. */
export interface StateArgs {
  /** Name of the bucket. */
  bucket: string;
  /** Alias of the key that encrypts secrets in the state, without `alias/`. */
  keyAlias: string;
  /** Region of bucket and key. */
  region: string;
}

/** The role that jobs of pull requests take. */
export interface PreviewArgs {
  /**
   * Whether it may decrypt the stack's secrets, without which the engine cannot preview the stack. Whoever may push a
   * branch can then read them.
   * @default false
   */
  decrypt?: boolean | undefined;
}

/** The role that the nightly comparison with the providers takes. */
export interface DriftArgs {
  /**
   * GitHub environment of its jobs, which holds their tokens and needs no reviewers.
   * @default the environment of updates with `-drift` after it
   */
  environment?: string | undefined;
  /**
   * The workflow whose jobs alone are let in, by its path in the repository.
   * @default ".github/workflows/drift.yml"
   */
  workflow?: string | undefined;
  /**
   * The branch that the workflow must be run from.
   * @default "main"
   */
  branch?: string | undefined;
}

/** Who may change what in the AWS account, from GitHub Actions. */
export interface AccessSettings {
  /** The AWS account: 12 digits. */
  accountId: string;
  /** The repository whose jobs are let in, `organisation/name`, in upper and lower case as GitHub shows it. */
  repository: string;
  /** GitHub environment of the jobs that update this stack. Its own protection decides who may start them. */
  environment: string;
  /**
   * The role for jobs of pull requests, which reads and changes nothing. False: none.
   * @default false
   */
  preview?: false | PreviewArgs | undefined;
  /**
   * The role that compares the stack with its providers: it reads, opens the state's secrets, and changes nothing but the
   * state's lock. False: none.
   * @default false
   */
  drift?: false | DriftArgs | undefined;
  /**
   * Who declares the account's OIDC provider for GitHub: `groundwork bootstrap`, the stack in `shared.owner`, or nobody
   * here. It is `owned` that decides.
   * @default "bootstrap"
   */
  oidcProvider?: "bootstrap" | "owner" | "existing" | undefined;
  /**
   * Seconds that a job keeps a role, 3600 to 43200.
   * @default 3600
   */
  maxSessionDuration?: number | undefined;
  /** Where the state is. Left out, it is not on S3 and the roles reach none. */
  state?: StateArgs | undefined;
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for the stack. */
  owner: string;
  /** Names of the stack's buckets, beside those that begin with product and tier. */
  buckets?: string[] | undefined;
  /** Names of the stack's secrets in AWS Secrets Manager. */
  secrets?: string[] | undefined;
  /** Names of the stack's AWS budgets. */
  budgets?: string[] | undefined;
  /** Names of the stack's serverless caches on AWS. Left out, no right of a cache is given. */
  caches?: string[] | undefined;
  /** ARNs of functions that alerts call and others keep. Left out, no right of one is given. */
  responders?: string[] | undefined;
  /** Names of the stack's app monitors of AWS RUM. Left out, no right of one, and of guests, is given. */
  appMonitors?: string[] | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  preview: false,
  decrypt: false,
  drift: false,
  driftWorkflow: ".github/workflows/drift.yml",
  driftBranch: "main",
  maxSessionDuration: 3600,
} as const;
