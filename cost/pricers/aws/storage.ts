import { mapAmounts } from "../../scenarios";
import { type Pricer, type Pricers, freeOf } from "../../pricer";

const bucketTypes = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** What a bucket holds and how often it is asked: an equal part of what all buckets of the stack do. */
const bucket: Pricer = (resource, context) => {
  const region = context.awsRegion(resource);
  const sharers = bucketTypes.flatMap(context.ofType);
  const stored = context.used("storage.storedGb", resource, sharers);
  const writes = context.used("storage.writes", resource, sharers);
  const reads = context.used("storage.reads", resource, sharers);
  return [
    { sku: "s3-standard-storage", region, quantity: stored, rests: ["storage.storedGb"] },
    {
      sku: "s3-requests-tier1",
      region,
      quantity: mapAmounts(writes, (count) => count.div(1000)),
      rests: ["storage.writes"],
    },
    {
      sku: "s3-requests-tier2",
      region,
      quantity: mapAmounts(reads, (count) => count.div(1000)),
      rests: ["storage.reads"],
    },
  ];
};

const settings = [
  "BucketLifecycleConfiguration",
  "BucketObjectLockConfiguration",
  "BucketOwnershipControls",
  "BucketPolicy",
  "BucketPublicAccessBlock",
  "BucketServerSideEncryptionConfiguration",
  "BucketVersioning",
].map((kind) => `aws:s3/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`);

export const awsStoragePricers: Pricers = {
  ...Object.fromEntries(bucketTypes.map((type) => [type, bucket])),
  ...freeOf(settings, "a setting of a bucket", "https://aws.amazon.com/s3/pricing/"),
};
