import type { RowCommand } from "./row-policies";

/** What a bucket is for. It decides how long old versions are kept and whether objects are locked. */
export type BucketPurpose = "assets" | "backup" | "audit" | "state" | "files";

/** How objects are encrypted at rest. */
export interface EncryptionArgs {
  /**
   * `AES256` for keys of S3's own, `aws:kms` for a key of KMS.
   * @default "AES256"
   */
  algorithm?: "AES256" | "aws:kms" | undefined;
  /** ARN of the KMS key, with `aws:kms` only. Left out, a key with rotation is made for the bucket. */
  kmsKeyId?: string | undefined;
  /**
   * Days between rotations of the key made here, 90 to 2560.
   * @default 365
   */
  rotationPeriodInDays?: number | undefined;
}

/** Keeps every version of an object from being deleted or overwritten for a while. */
export interface ObjectLockArgs {
  /**
   * `GOVERNANCE`: whoever has `s3:BypassGovernanceRetention` may lift it. `COMPLIANCE`: nobody can, the account's root
   * user included.
   * @default "GOVERNANCE"
   */
  mode?: "GOVERNANCE" | "COMPLIANCE" | undefined;
  /** Days that a new object version is locked, 1 to 36500. Default by purpose: backup 30, audit 365. */
  days?: number | undefined;
}

/** Moves objects to a cheaper class. */
export interface TransitionArgs {
  /** Days after an object was made, at least 30 for `STANDARD_IA` and `ONEZONE_IA`. */
  days: number;
  /** Where it goes. */
  storageClass:
    | "STANDARD_IA"
    | "ONEZONE_IA"
    | "INTELLIGENT_TIERING"
    | "GLACIER_IR"
    | "GLACIER"
    | "DEEP_ARCHIVE";
}

/** What S3 cleans up by itself, all days counted from midnight UTC. */
export interface LifecycleArgs {
  /** Days that a replaced or deleted version is kept, from 1. Default by purpose: audit 365, state 90, else 30. */
  noncurrentDays?: number | undefined;
  /**
   * Days after which an upload that was never finished is dropped, from 1.
   * @default 7
   */
  abortMultipartDays?: number | undefined;
  /** Days after which objects themselves expire, later than every transition. Left out, they are kept. */
  expirationDays?: number | undefined;
  /** Moves to cheaper classes. */
  transitions?: TransitionArgs[] | undefined;
}

/** A copy of every new object in a second bucket, made here with the same settings. */
export interface ReplicationArgs {
  /** Name of the second bucket, unique in all of AWS. */
  name: string;
  /** Region of the second bucket, another one than the first bucket's. */
  region: string;
  /**
   * Whether S3 promises the copy within 15 minutes and publishes how far behind it is. Costs extra.
   * @default true
   */
  timeControl?: boolean | undefined;
  /** Storage class of the copies. Left out, that of the original. */
  storageClass?: "STANDARD_IA" | "ONEZONE_IA" | "GLACIER_IR" | undefined;
}

/** The trail that may write into the bucket. */
export interface CloudTrailArgs {
  /** Name of the trail, of this account and of the provider's region. */
  name: string;
  /** Folder that it writes below. Left out, none. */
  prefix?: string | undefined;
}

/** CloudFront in front of the bucket, which stays private. */
export interface DistributionArgs {
  /** Host that serves the objects, in a zone of Route 53. Its certificate is made here. */
  host: string;
  /**
   * Where CloudFront answers from: `PriceClass_100` in North America, Europe and Israel, `PriceClass_200` also in Asia, Africa
   * and the Middle East, `PriceClass_All` everywhere. Further away costs more for each GB.
   * @default "PriceClass_100"
   */
  priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All" | undefined;
}

/** A private bucket of S3: encrypted, versioned, reached by TLS only. */
export interface S3BucketSettings {
  /** Who keeps the objects. */
  vendor: "s3";
  /** Name of the bucket, unique in all of AWS: 3 to 63 lower-case letters, digits and hyphens. */
  name: string;
  /**
   * What it is for.
   * @default "files"
   */
  purpose?: BucketPurpose | undefined;
  /** AWS region such as `ca-central-1`. Left out, that of the provider. A change replaces the bucket. */
  region?: string | undefined;
  /**
   * Whether S3 keeps the versions that are replaced or deleted.
   * @default true
   */
  versioning?: boolean | undefined;
  /** Encryption at rest. */
  encryption?: EncryptionArgs | undefined;
  /** Object lock, or false for none. Default by purpose: on for backup and audit. Turning it on or off replaces the bucket. */
  objectLock?: false | ObjectLockArgs | undefined;
  /** What S3 cleans up by itself. */
  lifecycle?: LifecycleArgs | undefined;
  /** A copy in another region. */
  replication?: ReplicationArgs | undefined;
  /** The one trail of CloudTrail that may write here. */
  cloudTrail?: CloudTrailArgs | undefined;
  /** A host at which CloudFront serves the objects to everybody. Left out, nobody but roles of the account reads them. */
  distribution?: DistributionArgs | undefined;
  /**
   * Whether Pulumi may delete the bucket together with its objects.
   * @default false
   */
  forceDestroy?: boolean | undefined;
  /**
   * Whether Pulumi refuses to delete the bucket and its key.
   * @default what the component's own `protect` option says
   */
  protect?: boolean | undefined;
  /**
   * Whether the bucket and its key stay in AWS when they leave the program.
   * @default false
   */
  retainOnDelete?: boolean | undefined;
}

/** A bucket of a Supabase project, private unless it says otherwise. */
export interface SupabaseBucketSettings {
  /** Who keeps the objects. */
  vendor: "supabase";
  /** Name of the bucket in its project, at most 100 characters, no slash. */
  name: string;
  /**
   * Whether anybody may read every object by its URL, whatever the row policies say.
   * @default false
   */
  public?: boolean | undefined;
  /** Bytes that one object may have, 1 to 536870912000. Left out, what the project allows. */
  fileSizeLimit?: number | undefined;
  /** MIME types that are taken, such as `image/png` or `image/*`. Left out, all. */
  allowedMimeTypes?: string[] | undefined;
  /**
   * What a signed-in user may do with objects whose first folder is the user's own id. Everything else is denied to
   * everyone but the service role; an empty list denies all. Overwriting needs `update`, with `select` and `insert`.
   * @default ["select", "insert"]
   */
  ownerFolder?: RowCommand[] | undefined;
  /**
   * Whether Pulumi refuses to delete the bucket. One that is not empty is never deleted.
   * @default what the component's own `protect` option says
   */
  protect?: boolean | undefined;
  /**
   * Whether the bucket stays in Supabase when it leaves the program.
   * @default false
   */
  retainOnDelete?: boolean | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  purpose: "files",
  versioning: true,
  algorithm: "AES256",
  rotationPeriodInDays: 365,
  lockMode: "GOVERNANCE",
  /** Days of lock by purpose. A purpose that is not listed has no lock. */
  lockDays: { backup: 30, audit: 365 } as Partial<Record<BucketPurpose, number>>,
  /** Days that old versions are kept, by purpose. */
  noncurrentDays: { assets: 30, backup: 30, audit: 365, state: 90, files: 30 },
  abortMultipartDays: 7,
  timeControl: true,
  forceDestroy: false,
  priceClass: "PriceClass_100",
  /** What is uploaded stays as it is: who wants to overwrite or delete it must be allowed to on purpose. */
  ownerFolder: ["select", "insert"],
} as const;
