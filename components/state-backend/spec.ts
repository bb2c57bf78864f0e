import type { Problem } from "../../core/errors";
import type { S3BucketSettings } from "../storage/args";
import { defaults, type StateBackendSettings } from "./args";

/** The bucket, as the storage component takes it. */
export function stateBucket(args: StateBackendSettings): S3BucketSettings {
  return {
    vendor: "s3",
    name: args.bucket,
    purpose: "state",
    region: args.region,
    objectLock: args.objectLock ?? defaults.objectLock,
    lifecycle: { noncurrentDays: args.noncurrentDays ?? defaults.noncurrentDays },
    protect: args.protect ?? defaults.protect,
  };
}

/** What KMS would refuse; the bucket's own problems are told by the bucket. Paths count from the args. */
export function stateProblems({ keyAlias, rotationPeriodInDays }: StateBackendSettings): Problem[] {
  const isAlias = /^(?!aws\/|alias\/)[A-Za-z0-9/_-]{1,250}$/.test(keyAlias);
  const days = rotationPeriodInDays ?? defaults.rotationPeriodInDays;
  const isPeriod = Number.isInteger(days) && days >= 90 && days <= 2560;
  return [
    ...(isAlias
      ? []
      : [
          {
            where: { path: "keyAlias" },
            found: keyAlias,
            allowed:
              "1 to 250 letters, digits and /_-, beginning neither with alias/ nor with aws/",
          },
        ]),
    ...(isPeriod
      ? []
      : [
          {
            where: { path: "rotationPeriodInDays" },
            found: String(days),
            allowed: "90 to 2560 days",
          },
        ]),
  ];
}
