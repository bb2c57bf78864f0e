import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { SecretSpec } from "./spec";

export type EnvironmentSecretTransform = Transform<github.ActionsEnvironmentSecretArgs>;

// Requirement: SECR-01
/** One secret for each environment. A secret of one name exists once, so that a replacement must go before it comes. */
export function sendToGithub(
  parent: Component,
  {
    name,
    repository,
    environments,
    secretName,
  }: NonNullable<SecretSpec["github"]> & { name: string },
  value: pulumi.Output<string>,
  transform: EnvironmentSecretTransform | undefined,
): void {
  for (const environment of environments) {
    const args: github.ActionsEnvironmentSecretArgs = {
      repository,
      environment,
      secretName,
      value,
    };
    new github.ActionsEnvironmentSecret(
      ...child(parent, `${name}-github-${environment}`, args, {
        transform,
        deleteBeforeReplace: true,
      }),
    );
  }
}
