import type { StorageSection } from "../sections/storage";

/** A host at which CloudFront serves a bucket, and the key of that bucket. */
export interface ServedBucket {
  key: string;
  host: string;
}

/** Every bucket that has a host of its own. */
export function servedBuckets(storage: StorageSection | undefined): ServedBucket[] {
  return Object.entries(storage?.buckets ?? {}).flatMap(([key, bucket]) => {
    const host = bucket.vendor === "s3" ? bucket.distribution?.host : undefined;
    return host === undefined ? [] : [{ key, host }];
  });
}
