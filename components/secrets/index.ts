import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { HostVariable } from "../host-variable";
import { type HeldSecret, type SecretsManagerTransforms, sendToSecretsManager } from "./aws";
import { type GithubTransforms, sendToGithub } from "./github";
import { generate, type RandomTransforms } from "./random";
import {
  isElsewhere,
  secretProblems,
  type SecretInputs,
  type SecretSpec,
  secretSpecs,
} from "./spec";
import { sendToVercel, type VariableTransform } from "./vercel";

export * from "./args";

/** The last word on each kind of child. */
export interface SecretTransforms
  extends RandomTransforms, SecretsManagerTransforms, GithubTransforms {
  /** Called for each Vercel variable. */
  variable?: VariableTransform | undefined;
}

export interface SecretsArgs extends SecretInputs {
  /**
   * Tags of what AWS Secrets Manager holds, beside owner, source and rotation.
   * @default none
   */
  tags?: Record<string, string> | undefined;
  /**
   * Names of secrets that other components of the program take, such as the cache its token.
   * @default none
   */
  lends?: readonly string[] | undefined;
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: SecretTransforms | undefined;
}

// Requirement: SECR-07, SECR-08, SECR-13
/**
 * The stack's secrets: generates those that nobody needs to know, takes the others from encrypted configuration, and
 * hands each to its destinations and to nobody else.
 *
 * Values stand in the encrypted state and at the destinations, never among the component's own inputs and outputs.
 *
 * @example
 * new Secrets("secrets", {
 *   registry: {
 *     JWT_SECRET: {
 *       owner: "platform-team",
 *       source: "generated",
 *       rotationDays: 90,
 *       destinations: { vercel: {} },
 *     },
 *   },
 *   vercelProjectId: web.projectId,
 * });
 *
 * @example
 * const secrets = new Secrets("secrets", {
 *   registry: {
 *     CRON_SECRET: {
 *       owner: "platform-team",
 *       source: "generated",
 *       length: 40,
 *       rotationDays: 90,
 *       keeper: "2026-11-01",
 *       destinations: { vercel: { targets: ["production"] } },
 *     },
 *     RESEND_API_KEY: {
 *       owner: "platform-team",
 *       source: "required",
 *       rotationDays: 180,
 *       destinations: { edgeFunctions: true, awsSecretsManager: { name: "velocity/prod/RESEND_API_KEY" } },
 *     },
 *   },
 *   values: { RESEND_API_KEY: config.requireSecret("resendApiKey") },
 *   vercelProjectId: web.projectId,
 * });
 */
export class Secrets extends Component {
  /** Secrets for the edge functions of the stack's Supabase project, by name. Each value is secret. */
  readonly functionSecrets: Record<string, pulumi.Output<string>>;
  /** What other components take, by name. Each value is secret. */
  readonly lent: Record<string, pulumi.Output<string>>;
  /** Secrets for the variables of a host that is not Vercel, by the variable's name. Each value is secret. */
  readonly hostVariables: Record<string, HostVariable>;
  /** ARN by name of what AWS Secrets Manager holds. */
  readonly secretArns: pulumi.Output<Record<string, string>>;
  /** Its name there, by name; known in a preview too. */
  readonly secretNames: pulumi.Output<Record<string, string>>;

  constructor(
    name: string,
    { transform = {}, tags, lends = [], ...args }: SecretsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, secretProblems(args));
    super(tokens.secrets, name, { registry: args.registry, ...(tags && { tags }) }, opts);
    this.functionSecrets = {};
    this.hostVariables = {};
    this.lent = {};
    const held: Record<string, HeldSecret> = {};
    for (const spec of secretSpecs(args).map((each) => tagged(each, tags))) {
      const value = valueOf(this, spec, args, transform);
      const secret = distribute(this, { spec, value, args, transform });
      if (secret) held[spec.name] = secret;
      if (spec.vercel && isElsewhere(args.hosting)) {
        this.hostVariables[spec.vercel.key] = { value, targets: spec.vercel.targets };
      }
      if (spec.edgeFunctions) this.functionSecrets[spec.name] = value;
      if (lends.includes(spec.name)) this.lent[spec.name] = value;
    }
    this.secretArns = pulumi.output(mapValues(held, ({ arn }) => arn));
    this.secretNames = pulumi.output(mapValues(held, (secret) => secret.name));
    this.registerOutputs({ secretArns: this.secretArns });
  }
}

/** Who answers for one secret is nearer than who answers for the stack. */
function tagged(spec: SecretSpec, tags: SecretsArgs["tags"]): SecretSpec {
  const { secretsManager } = spec;
  if (!secretsManager) return spec;
  return {
    ...spec,
    secretsManager: { ...secretsManager, tags: { ...tags, ...secretsManager.tags } },
  };
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The generated value, or the one that a person set; secret whichever way it came. */
function valueOf(
  parent: Component,
  { name, generated }: SecretSpec,
  { values = {} }: SecretInputs,
  transform: SecretTransforms,
): pulumi.Output<string> {
  if (generated) return generate(parent, name, generated, transform);
  const value = values[name];
  if (value === undefined) throw new Error(`no value for the required secret ${name}`);
  return pulumi.secret(value);
}

interface Delivery {
  spec: SecretSpec;
  value: pulumi.Output<string>;
  args: SecretInputs;
  transform: SecretTransforms;
}

/** Sends a value to each destination that it has; answers what AWS holds of it. */
function distribute(
  parent: Component,
  { spec, value, args, transform }: Delivery,
): HeldSecret | undefined {
  const { name, vercel, github, secretsManager } = spec;
  const { vercelProjectId: projectId } = args;
  if (vercel && projectId !== undefined && !isElsewhere(args.hosting)) {
    sendToVercel(parent, { name, ...vercel }, { projectId, value }, transform.variable);
  }
  const home = args.githubEnvironment;
  if (github) sendToGithub(parent, github, { name, value, home }, transform);
  if (!secretsManager) return undefined;
  return sendToSecretsManager(parent, { logicalName: name, ...secretsManager }, value, transform);
}
