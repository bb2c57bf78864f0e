import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { defaults, type StateBackendSettings } from "./args";

/** The last word on each child but the bucket. */
export interface StateTransforms {
  /** The key that encrypts secrets in the state. */
  key?: Transform<aws.kms.KeyArgs> | undefined;
  /** Its name. */
  alias?: Transform<aws.kms.AliasArgs> | undefined;
}

/** The key for Pulumi's secrets provider. Its policy is KMS's own: the account's IAM policies decide. */
export function declareKey(
  parent: Component,
  args: StateBackendSettings,
  tags: Record<string, string>,
  transforms: StateTransforms,
): pulumi.Output<string> {
  const { region, keyAlias, protect = defaults.protect } = args;
  const keyArgs: aws.kms.KeyArgs = {
    region,
    description: "Secrets in the state of Pulumi's stacks",
    enableKeyRotation: true,
    rotationPeriodInDays: args.rotationPeriodInDays ?? defaults.rotationPeriodInDays,
    deletionWindowInDays: 30,
    tags: { ...tags, Name: keyAlias, Purpose: "state" },
  };
  const key = new aws.kms.Key(
    ...child(parent, "key", keyArgs, { protect, transform: transforms.key }),
  );
  const aliasArgs: aws.kms.AliasArgs = {
    region,
    name: `alias/${keyAlias}`,
    targetKeyId: key.keyId,
  };
  new aws.kms.Alias(
    ...child(parent, "key-alias", aliasArgs, { protect, transform: transforms.alias }),
  );
  return key.arn;
}
