import {
  defaults,
  type LifecycleArgs,
  type ReplicationArgs,
  type S3BucketSettings,
  type TransitionArgs,
} from "./args";
import { type DistributionSpec, distributionSpec } from "./distribution-spec";

/** One bucket with every default filled in, ready to be declared. */
export interface BucketSpec {
  name: string;
  region: string | undefined;
  tags: Record<string, string>;
  versioning: boolean;
  encryption: EncryptionSpec;
  objectLock: { mode: string; days: number } | undefined;
  lifecycle: LifecycleSpec;
  /** The trail that may write here. */
  cloudTrail: { name: string; prefix: string | undefined } | undefined;
  /** Where CloudFront serves the objects. */
  distribution: DistributionSpec | undefined;
  forceDestroy: boolean;
  protect: boolean | undefined;
  retainOnDelete: boolean | undefined;
}

export type EncryptionSpec =
  | { algorithm: "AES256" }
  | { algorithm: "aws:kms"; kmsKeyId: string }
  /** With a key made beside the bucket. */
  | { algorithm: "aws:kms"; rotationPeriodInDays: number };

export interface LifecycleSpec {
  noncurrentDays: number;
  abortMultipartDays: number;
  expirationDays: number | undefined;
  transitions: TransitionArgs[];
  /** Objects that it is about, by the beginning of their keys. Left out, all of them. */
  prefix?: string;
}

/** The second bucket, and how objects get there. */
export interface ReplicationSpec {
  bucket: BucketSpec;
  roleName: string;
  timeControl: boolean;
  storageClass: string | undefined;
}

/** Fills in the defaults. Check the args with `bucketProblems` first. */
export function bucketSpec(args: S3BucketSettings): BucketSpec {
  const { name, purpose = defaults.purpose, region, protect, retainOnDelete } = args;
  return {
    name,
    region,
    tags: { Name: name, Purpose: purpose },
    versioning: args.versioning ?? defaults.versioning,
    encryption: encryptionSpec(args),
    objectLock: lockSpec(args),
    lifecycle: lifecycleSpec(args.lifecycle ?? {}, defaults.noncurrentDays[purpose]),
    distribution: args.distribution && distributionSpec(name, args.distribution, {}),
    cloudTrail: args.cloudTrail && { name: args.cloudTrail.name, prefix: args.cloudTrail.prefix },
    forceDestroy: args.forceDestroy ?? defaults.forceDestroy,
    protect,
    retainOnDelete,
  };
}

/** The copy has the settings of the original; a KMS key is regional, so it gets one of its own. */
export function replicationSpec(
  args: S3BucketSettings,
  { name, region, timeControl, storageClass }: ReplicationArgs,
): ReplicationSpec {
  const encryption = args.encryption && { ...args.encryption, kmsKeyId: undefined };
  return {
    bucket: bucketSpec({ ...args, name, region, encryption, ...onlyThere }),
    roleName: `${args.name}${replicationRoleSuffix}`,
    timeControl: timeControl ?? defaults.timeControl,
    storageClass,
  };
}

/** What the copy has nothing of: others write and read the original alone. */
const onlyThere = { cloudTrail: undefined, distribution: undefined } as const;

/** Appended to the bucket's name to name the role that copies its objects. */
export const replicationRoleSuffix = "-replication";

/** Whether objects get locked: as the args say, else by purpose. */
export function isLocked({ objectLock, purpose = defaults.purpose }: S3BucketSettings): boolean {
  return objectLock === undefined ? defaults.lockDays[purpose] !== undefined : objectLock !== false;
}

function encryptionSpec({ encryption = {} }: S3BucketSettings): EncryptionSpec {
  const { algorithm = defaults.algorithm, kmsKeyId } = encryption;
  if (algorithm === "AES256") return { algorithm };
  if (kmsKeyId !== undefined) return { algorithm, kmsKeyId };
  const rotationPeriodInDays = encryption.rotationPeriodInDays ?? defaults.rotationPeriodInDays;
  return { algorithm, rotationPeriodInDays };
}

function lockSpec(args: S3BucketSettings): BucketSpec["objectLock"] {
  if (!isLocked(args)) return undefined;
  const { mode, days } = args.objectLock || {};
  const byPurpose = defaults.lockDays[args.purpose ?? defaults.purpose];
  return { mode: mode ?? defaults.lockMode, days: days ?? byPurpose ?? lockDaysElse };
}

/** For a purpose that is not locked unless the args ask for it. */
const lockDaysElse = 30;

function lifecycleSpec(lifecycle: LifecycleArgs, noncurrentDays: number): LifecycleSpec {
  const { expirationDays, transitions = [] } = lifecycle;
  return {
    noncurrentDays: lifecycle.noncurrentDays ?? noncurrentDays,
    abortMultipartDays: lifecycle.abortMultipartDays ?? defaults.abortMultipartDays,
    expirationDays,
    transitions: transitions.map((transition) => ({ ...transition })),
  };
}
