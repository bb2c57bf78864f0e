import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { GithubPlace, GithubSpec } from "./spec";

export interface GithubTransforms {
  /** Called for each secret of a GitHub environment. */
  environmentSecret?: Transform<github.ActionsEnvironmentSecretArgs> | undefined;
  /** Called for each secret of a whole repository. */
  repositorySecret?: Transform<github.ActionsSecretArgs> | undefined;
}

interface Delivery {
  name: string;
  value: pulumi.Output<string>;
  /** This stack's own environment, for what names no other. */
  home: GithubPlace | undefined;
}

// Requirement: SECR-01, SECR-05
/** One secret for each environment, or one for all jobs of the repository. */
export function sendToGithub(
  parent: Component,
  spec: GithubSpec,
  delivery: Delivery,
  transforms: GithubTransforms,
): void {
  const { name, value, home } = delivery;
  const { secretName, scope, environments } = spec;
  const repository = spec.repository ?? home?.repository;
  if (repository === undefined) throw new Error(`no repository for the secret ${name}`);
  if (scope === "repository") {
    const args: github.ActionsSecretArgs = { repository, secretName, value };
    const opts = { transform: transforms.repositorySecret, deleteBeforeReplace: true };
    new github.ActionsSecret(...child(parent, `${name}-github`, args, opts));
    return;
  }
  for (const { role, environment } of placesOf(name, environments, home)) {
    const args: github.ActionsEnvironmentSecretArgs = {
      repository,
      environment,
      secretName,
      value,
    };
    // A secret of one name exists once, so that a replacement must go before it comes.
    const opts = { transform: transforms.environmentSecret, deleteBeforeReplace: true };
    new github.ActionsEnvironmentSecret(...child(parent, role, args, opts));
  }
}

function placesOf(
  name: string,
  environments: readonly string[] | undefined,
  home: GithubPlace | undefined,
): { role: string; environment: pulumi.Input<string> }[] {
  if (environments) {
    return environments.map((it) => ({ role: `${name}-github-${it}`, environment: it }));
  }
  return home ? [{ role: `${name}-github`, environment: home.environment }] : [];
}
