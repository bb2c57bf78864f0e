import type * as pulumi from "@pulumi/pulumi";
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
import { defaults, type RegisteredSecret, type SecretsSettings } from "./args";

export interface SecretInputs extends SecretsSettings {
  /** Values of required secrets, by name. */
  values?: Record<string, pulumi.Input<string>> | undefined;
  /** The Vercel project whose variables secrets become. */
  vercelProjectId?: pulumi.Input<string> | undefined;
}

/** A secret with every default filled in, ready to be declared. Its value is not among it. */
export interface SecretSpec {
  name: string;
  generated: GeneratedSpec | undefined;
  vercel:
    { key: string; targets: VariableTarget[]; sensitive: boolean; comment: string } | undefined;
  github: { repository: string; environments: string[]; secretName: string } | undefined;
  secretsManager:
    { name: string; recoveryWindowInDays: number; tags: Record<string, string> } | undefined;
  edgeFunctions: boolean;
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
  { vercelProjectId }: SecretInputs,
): Problem[] {
  const path = `registry.${name}.destinations`;
  const refused = secretDestinations.flatMap((destination): Problem[] => {
    if (!destinations[destination]) return [];
    const there = destination === "github" ? destinations.github?.secretName : undefined;
    const fault = destinationFault(destination, name, there);
    return fault ? [{ where: { path: `${path}.${destination}` }, ...fault }] : [];
  });
  if (!destinations.vercel || vercelProjectId !== undefined) return refused;
  const fix = "pass vercelProjectId, the projectId of a HostingProject";
  return [...refused, { where: { path: `${path}.vercel` }, found: "no Vercel project", fix }];
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
    ...(github?.environments ?? []).map((environment) => ({
      destination: "github",
      place: `${github?.repository}/${environment}/${github?.secretName.toUpperCase()}`,
    })),
    ...(secretsManager ? [{ destination: "awsSecretsManager", place: secretsManager.name }] : []),
  ];
}
