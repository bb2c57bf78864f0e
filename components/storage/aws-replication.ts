import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child } from "../component";
import type { Ready, Site } from "./aws-site";
import { type ReplicationKeys, replicationRights, replicationTrust } from "./documents";
import type { ReplicationSpec } from "./spec";

interface Pair {
  /** Name of the first bucket. */
  source: string;
  from: Ready;
  to: Ready;
}

/** Declares what copies one bucket to the other. */
export function declareReplication(site: Site, replication: ReplicationSpec, pair: Pair): void {
  const { parent, transforms } = site;
  const { rolePolicy, role: copier } = declareReplicationRole(site, replication, pair);
  const args: aws.s3.BucketReplicationConfigArgs = {
    ...pair.from.of,
    role: copier.arn,
    rules: [replicationRule(replication, pair.to)],
  };
  new aws.s3.BucketReplicationConfig(
    ...child(parent, "replication", args, {
      dependsOn: [pair.from.versioning, pair.to.versioning, rolePolicy],
      transform: transforms.replication,
    }),
  );
}

function declareReplicationRole(
  { parent, spec, transforms }: Site,
  { roleName }: ReplicationSpec,
  { source, from, to }: Pair,
) {
  const roleArgs: aws.iam.RoleArgs = {
    name: roleName,
    description: `Lets S3 copy objects of ${source} to ${spec.name}`,
    assumeRolePolicy: JSON.stringify(replicationTrust(source)),
    tags: { ...spec.tags, Name: roleName },
  };
  const copier = new aws.iam.Role(
    ...child(parent, "replication-role", roleArgs, { transform: transforms.replicationRole }),
  );
  const rights = (keys?: ReplicationKeys) =>
    JSON.stringify(replicationRights(source, spec.name, keys));
  const policyArgs: aws.iam.RolePolicyArgs = {
    name: "replicate",
    role: copier.name,
    policy:
      from.keyArn !== undefined && to.keyArn !== undefined
        ? pulumi.output({ source: from.keyArn, destination: to.keyArn }).apply(rights)
        : rights(),
  };
  const rolePolicy = new aws.iam.RolePolicy(
    ...child(parent, "replication-role-policy", policyArgs, {
      transform: transforms.replicationRolePolicy,
    }),
  );
  return { role: copier, rolePolicy };
}

/** Every object, encrypted ones too. What is deleted here is not deleted there: a copy must outlive a mistake. */
function replicationRule(
  { timeControl, storageClass }: ReplicationSpec,
  { arn, keyArn }: Ready,
): aws.types.input.s3.BucketReplicationConfigRule {
  // The one time that S3 takes.
  const promised = { minutes: 15 };
  return {
    id: "all",
    status: "Enabled",
    priority: 1,
    filter: {},
    deleteMarkerReplication: { status: "Disabled" },
    ...(keyArn !== undefined && {
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    }),
    destination: {
      bucket: arn,
      ...(storageClass !== undefined && { storageClass }),
      ...(keyArn !== undefined && { encryptionConfiguration: { replicaKmsKeyId: keyArn } }),
      ...(timeControl && {
        replicationTime: { status: "Enabled", time: promised },
        metrics: { status: "Enabled", eventThreshold: promised },
      }),
    },
  };
}
