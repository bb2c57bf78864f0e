import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../core/errors";

type Secrets = Record<string, pulumi.Input<string>>;

/** A secret that a setting refers to by name. */
export interface NamedSecret {
  /** Path of the setting, from the args. */
  path: string;
  name: string;
  /** Characters that it may have. */
  length: { min: number; max?: number };
}

/** A secret that nobody set, and one of the wrong length where the program already holds its text. */
export function namedSecretProblems(given: NamedSecret, secrets: Secrets): Problem[] {
  const { path, name } = given;
  const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (value === undefined) {
    const fix = `set it: pulumi config set --secret --path 'groundwork:secrets.${name}'`;
    return [{ where: { path }, found: `no secret named ${name}`, fix }];
  }
  if (typeof value !== "string" || fits(value, given)) return [];
  return [{ where: { path }, found: wrongLength(given), allowed: words(given) }];
}

/** The secret's value, sealed. It fails when its length turns out wrong; the message never holds the value. */
export function namedSecret(given: NamedSecret, secrets: Secrets): pulumi.Output<string> {
  const value = Object.hasOwn(secrets, given.name) ? secrets[given.name] : undefined;
  if (value === undefined) throw new Error(`no secret named ${given.name}`);
  return pulumi.secret(value).apply((text) => ofRightLength(text, given));
}

/** The text itself, or an error that does not hold it. */
export function ofRightLength(text: string, given: NamedSecret): string {
  if (fits(text, given)) return text;
  throw new pulumi.RunError(`${given.path}: ${wrongLength(given)}; expected ${words(given)}`);
}

function fits(text: string, { length: { min, max = Number.POSITIVE_INFINITY } }: NamedSecret) {
  return text.length >= min && text.length <= max;
}

function wrongLength({ name }: NamedSecret): string {
  return `the secret ${name} is too short or too long`;
}

function words({ length: { min, max } }: NamedSecret): string {
  return max === undefined ? `at least ${min} characters` : `${min} to ${max} characters`;
}
