import type { VariableTarget } from "../../catalogue/vercel";

/** A variable of the stack's host, in Vercel's words. It is sensitive, unless development sees it or it is made for browsers. */
export interface VercelDestination {
  /**
   * Environments of the Vercel project that see it.
   * @default ["production", "preview"]
   */
  targets?: VariableTarget[] | undefined;
}

/** Secrets of GitHub Actions. */
export interface GithubDestination {
  /**
   * Whose jobs see it: those of an environment, or all of the repository's, on every branch.
   * @default "environment"
   */
  scope?: "environment" | "repository" | undefined;
  /** Repository, without its owner. Left out, that of this stack's environment. */
  repository?: string | undefined;
  /** Environments of the repository whose jobs see it. They must exist. Left out, that of this stack. */
  environments?: string[] | undefined;
  /**
   * Its name there.
   * @default the secret's own name, or what the catalogue knows
   */
  secretName?: string | undefined;
}

/** A secret in AWS Secrets Manager, with owner, source and rotation as tags. */
export interface SecretsManagerDestination {
  /** Its name there, unique in the account and region. */
  name: string;
  /**
   * Days in which a deleted secret can be had back, 0 or 7 to 30. Its name is taken for as long.
   * @default 30
   */
  recoveryWindowInDays?: number | undefined;
}

/** Who gets a secret. Nobody else can read it. */
export interface SecretDestinations {
  /** A variable of the stack's host: of the Vercel project, or of the site where `groundwork:hosting.vendor` puts it. */
  vercel?: VercelDestination | undefined;
  /** Secrets of GitHub Actions environments. */
  github?: GithubDestination | undefined;
  /** A secret in AWS Secrets Manager. */
  awsSecretsManager?: SecretsManagerDestination | undefined;
  /** A secret of the Supabase project's edge functions. */
  edgeFunctions?: true | undefined;
}

/** One secret: who answers for it, where it comes from, where it goes. Never its value. */
export interface RegisteredSecret {
  /** Who answers for it: a team or an address. */
  owner: string;
  /**
   * `generated`: made by Pulumi, in no file. `required`: a person sets it, encrypted. `declared`: what another resource
   * of the stack gives out, such as the address of a key at Sentry.
   */
  source: "generated" | "required" | "declared";
  /**
   * Generated: random bytes, 16 to 1024, written as twice as many hexadecimal digits.
   * @default 32
   */
  bytes?: number | undefined;
  /** Generated, instead of `bytes`: a password of so many characters, 16 to 1000, each class at least once. */
  length?: number | undefined;
  /** Days after which it is to be replaced. */
  rotationDays: number;
  /** Generated: a text, usually a day. Another text makes a new value. */
  keeper?: string | undefined;
  /** Who gets it. */
  destinations?: SecretDestinations | undefined;
}

/** The stack's secrets. */
export interface SecretsSettings {
  /** Secrets by name. */
  registry: Record<string, RegisteredSecret>;
}

/** What a key that is left out means. */
export const defaults = {
  bytes: 32,
  targets: ["production", "preview"],
  recoveryWindowInDays: 30,
} as const;
