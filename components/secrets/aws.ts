import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { SecretSpec } from "./spec";

export interface SecretsManagerTransforms {
  /** Called for each secret in AWS Secrets Manager: its name, tags and recovery. */
  secret?: Transform<aws.secretsmanager.SecretArgs> | undefined;
  /** Called for the value of each. */
  version?: Transform<aws.secretsmanager.SecretVersionArgs> | undefined;
}

/** What others need to name the secret: its ARN once it exists, its name in a preview too. */
export interface HeldSecret {
  arn: pulumi.Output<string>;
  name: pulumi.Output<string>;
}

/** Declares the secret and its value. A name exists once, so that a replacement must go before it comes. */
export function sendToSecretsManager(
  parent: Component,
  { logicalName, ...spec }: NonNullable<SecretSpec["secretsManager"]> & { logicalName: string },
  value: pulumi.Output<string>,
  transforms: SecretsManagerTransforms,
): HeldSecret {
  const role = `${logicalName}-aws`;
  const secret = new aws.secretsmanager.Secret(
    ...child<aws.secretsmanager.SecretArgs>(parent, role, spec, {
      transform: transforms.secret,
      deleteBeforeReplace: true,
    }),
  );
  const args: aws.secretsmanager.SecretVersionArgs = { secretId: secret.id, secretString: value };
  const opts = { transform: transforms.version };
  new aws.secretsmanager.SecretVersion(...child(parent, `${role}-version`, args, opts));
  return { arn: secret.arn, name: secret.name };
}
