import type * as pulumi from "@pulumi/pulumi";
import { defaultHost, type HostVendor } from "../../hosts";
import {
  destinationFault,
  isPublicName,
  minimumBits,
  nameAt,
  registrationFault,
  secretDestinations,
} from "../../catalogue/secret-names";
import type { VariableTarget } from "../../catalogue/vercel";
import type { Problem } from "../../core/errors";
import {
  defaults,
  type GithubDestination,
  type RegisteredSecret,
  type SecretsSettings,
} from "./args";

/** An environment of a repository. */
export interface GithubPlace {
  /** Repository, without its owner. */
  repository: pulumi.Input<string>;
  environment: pulumi.Input<string>;
}

export interface SecretInputs extends SecretsSettings {
  /** Values of required secrets, by name. */
  values?: Record<string, pulumi.Input<string>> | undefined;
  /** The Vercel project whose variables secrets become. */
  vercelProjectId?: pulumi.Input<string> | undefined;
  /**
   * Who has the variables that the destination `vercel` names. Anybody else than Vercel is handed them as `hostVariables`.
   * @default "vercel"
   */
  hosting?: HostVendor | undefined;
  /** The GitHub environment of this stack: what goes there waits until it is there. */
  githubEnvironment?: GithubPlace | undefined;
}

/** A secret with every default filled in, ready to be declared. Its value is not among it. */
export interface SecretSpec {
  name: string;
  generated: GeneratedSpec | undefined;
  vercel:
    { key: string; targets: VariableTarget[]; sensitive: boolean; comment: string } | undefined;
  github: GithubSpec | undefined;
  secretsManager:
    { name: string; recoveryWindowInDays: number; tags: Record<string, string> } | undefined;
  edgeFunctions: boolean;
}

/** Repository and environments are undefined where they are this stack's own. */
export interface GithubSpec {
  scope: "environment" | "repository";
  repository: string | undefined;
  environments: string[] | undefined;
  secretName: string;
}

export interface GeneratedSpec {
  /** Characters of a password, or undefined where bytes are asked for. */
  length: number | undefined;
  bytes: number;
  keepers: { keeper: string } | undefined;
}

/** Fills in the defaults. Check the args with `secretProblems` first. */
export function secretSpecs({ registry }: SecretsSettings): SecretSpec[] {
  return Object.entries(registry).map(([name, secret]) => ({
    name,
    generated: secret.source === "generated" ? generatedSpec(secret) : undefined,
    ...destinationSpecs(name, secret),
  }));
}

/** Everything that is wrong with the args; paths count from them. */
export function secretProblems(args: SecretInputs): Problem[] {
  const each = Object.entries(args.registry).flatMap(([name, secret]) => [
    ...nameProblems(name),
    ...sourceProblems(name, secret, args),
    ...destinationProblems(name, secret, args),
  ]);
  return [...each, ...doubleProblems(secretSpecs(args))];
}

function generatedSpec({ length, bytes, keeper }: RegisteredSecret): GeneratedSpec {
  const keepers = keeper === undefined ? undefined : { keeper };
  return { length, bytes: bytes ?? defaults.bytes, keepers };
}

function destinationSpecs(name: string, secret: RegisteredSecret) {
  const { vercel, github, awsSecretsManager, edgeFunctions } = secret.destinations ?? {};
  const targets = [...(vercel?.targets ?? defaults.targets)];
  const { owner, source, rotationDays } = secret;
  return {
    vercel: vercel && {
      key: nameAt("vercel", name),
      targets,
      sensitive: !targets.includes("development") && !isPublicName(name),
      comment: `Managed by Pulumi. Owner: ${owner}. Rotated every ${rotationDays} days.`,
    },
    github: github && {
      scope: github.scope ?? "environment",
      repository: github.repository,
      environments: github.environments,
      secretName: github.secretName ?? nameAt("github", name),
    },
    secretsManager: awsSecretsManager && {
      name: awsSecretsManager.name,
      recoveryWindowInDays: awsSecretsManager.recoveryWindowInDays ?? defaults.recoveryWindowInDays,
      tags: { owner, source, rotationDays: String(rotationDays) },
    },
    edgeFunctions: edgeFunctions ?? false,
  };
}

function nameProblems(name: string): Problem[] {
  const fault = registrationFault(name);
  return fault ? [{ where: { path: `registry.${name}` }, ...fault }] : [];
}

function sourceProblems(
  name: string,
  secret: RegisteredSecret,
  { values = {} }: SecretInputs,
): Problem[] {
  const path = `registry.${name}`;
  if (secret.source === "generated") return entropyProblems(name, secret);
  const generatedOnly = (["bytes", "length", "keeper"] as const).filter(
    (key) => secret[key] !== undefined,
  );
  const problems = generatedOnly.map((key): Problem => {
    const fix = "remove it, or say source: generated";
    return { where: { path: `${path}.${key}` }, found: "set for what a person sets", fix };
  });
  if (Object.hasOwn(values, name)) return problems;
  const fix = `set it: pulumi config set --secret --path 'groundwork:secrets.${name}'`;
  return [
    ...problems,
    { where: { path }, found: "this secret is required, and it is not set", fix },
  ];
}

function entropyProblems(name: string, { bytes, length }: RegisteredSecret): Problem[] {
  const path = `registry.${name}`;
  if (bytes !== undefined && length !== undefined) {
    return [
      { where: { path: `${path}.length` }, found: "beside bytes", fix: "remove one of them" },
    ];
  }
  const bits = length === undefined ? 8 * (bytes ?? defaults.bytes) : bitsOfPassword(length);
  const least = minimumBits(name);
  if (bits >= least) return [];
  return [
    {
      where: { path: `${path}.${length === undefined ? "bytes" : "length"}` },
      found: `${Math.floor(bits)} bits of randomness`,
      allowed: `${least} bits at least`,
      fix: `say bytes: ${least / 8}`,
    },
  ];
}

/** Letters, digits and four signs: 66 characters. Asking for one of each class costs less than 8 bits. */
function bitsOfPassword(length: number): number {
  return length * Math.log2(66) - 8;
}

function destinationProblems(
  name: string,
  { destinations = {} }: RegisteredSecret,
  { vercelProjectId, githubEnvironment, hosting }: SecretInputs,
): Problem[] {
  const path = `registry.${name}.destinations`;
  const refused = secretDestinations.flatMap((destination): Problem[] => {
    if (!destinations[destination]) return [];
    const there = destination === "github" ? destinations.github?.secretName : undefined;
    const fault = destinationFault(destination, name, there);
    return fault ? [{ where: { path: `${path}.${destination}` }, ...fault }] : [];
  });
  const homeless: Problem[] = [];
  if (destinations.vercel && vercelProjectId === undefined && !isElsewhere(hosting)) {
    const fix = "pass vercelProjectId, the projectId of a HostingProject";
    homeless.push({ where: { path: `${path}.vercel` }, found: "no Vercel project", fix });
  }
  if (needsEnvironment(destinations.github) && !githubEnvironment) {
    const fix = "pass githubEnvironment, the environment of a Repository, or name both";
    homeless.push({ where: { path: `${path}.github` }, found: "no GitHub environment", fix });
  }
  return [...refused, ...homeless];
}

/** Whether the host's variables are not Vercel's. */
export function isElsewhere(hosting: HostVendor | undefined): boolean {
  return hosting !== undefined && hosting !== defaultHost;
}

/** Whether it goes to the environment of this stack, or to the repository that this is in. */
function needsEnvironment(github: GithubDestination | undefined): boolean {
  if (!github) return false;
  return !github.repository || (github.scope !== "repository" && !github.environments);
}

/** Two secrets in one place would overwrite each other. */
function doubleProblems(specs: readonly SecretSpec[]): Problem[] {
  const first = new Map<string, string>();
  return specs.flatMap((spec) =>
    places(spec).flatMap(({ destination, place }): Problem[] => {
      const key = `${destination} ${place}`;
      const other = first.get(key);
      first.set(key, other ?? spec.name);
      if (other === undefined || other === spec.name) return [];
      const path = `registry.${spec.name}.destinations.${destination}`;
      const found = `${place}, where ${other} goes too`;
      return [{ where: { path }, found, fix: "give each secret a place of its own" }];
    }),
  );
}

function places({ vercel, github, secretsManager }: SecretSpec) {
  return [
    ...(vercel ? [{ destination: "vercel", place: vercel.key }] : []),
    ...(github ? githubPlaces(github) : []).map((place) => ({ destination: "github", place })),
    ...(secretsManager ? [{ destination: "awsSecretsManager", place: secretsManager.name }] : []),
  ];
}

/** Names differ by more than the case of letters there. */
function githubPlaces({ scope, repository, environments, secretName }: GithubSpec): string[] {
  const name = secretName.toUpperCase();
  const home = repository ?? "the stack's repository";
  if (scope === "repository") return [`${home}/${name}`];
  return (environments ?? ["the stack's environment"]).map((it) => `${home}/${it}/${name}`);
}
