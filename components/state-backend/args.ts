import type { ObjectLockArgs } from "../storage/args";

/** Where Pulumi keeps the state of all stacks. */
export interface StateBackendSettings {
  /** Name of the bucket, unique in all of AWS. */
  bucket: string;
  /** AWS region of bucket and key. */
  region: string;
  /** Alias of the key that encrypts secrets in the state, without `alias/`. */
  keyAlias: string;
  /**
   * Days between rotations of the key, 90 to 2560.
   * @default 365
   */
  rotationPeriodInDays?: number | undefined;
  /**
   * Days that a replaced version of a state is kept, from 1.
   * @default 90
   */
  noncurrentDays?: number | undefined;
  /**
   * Object lock, or false for none. States are written anew and locks deleted all the same; their old versions stay.
   * @default false
   */
  objectLock?: false | ObjectLockArgs | undefined;
  /**
   * Whether Pulumi refuses to delete bucket and key. Without them no stack can be updated.
   * @default true
   */
  protect?: boolean | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  rotationPeriodInDays: 365,
  noncurrentDays: 90,
  objectLock: false,
  protect: true,
} as const;
