import { type PropertyMap } from "../../../core/value";
import { awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { bucketType } from "./s3-bucket";

const versioningType = "aws:s3/bucketVersioning:BucketVersioning";

/** What one setting of a bucket adds to what all of them have in common. */
interface Setting extends Pick<CloudResource, "computed" | "defaults"> {
  type: string;
  /** How the provider names the setting, and S3 the call. */
  words: [setting: string, call: string];
  /** Values of `computed`. */
  outputs?: PropertyMap;
  /** What must be there besides the bucket. */
  needs?: (order: Order) => readonly Need[];
}

/** A setting exists once for each bucket, is called by its name, and needs it to be there. */
function setting({ type, words, outputs = {}, needs, ...rest }: Setting): CloudResource {
  return {
    type,
    ...rest,
    derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
    needs: (order) => [
      {
        type: bucketType,
        id: order.inputs["bucket"],
        refusal: refused(order, words, 404, "NoSuchBucket: The specified bucket does not exist"),
      },
      ...(needs?.(order) ?? []),
    ],
    create: ({ inputs }) => ({ id: text(inputs["bucket"], ""), outputs }),
  };
}

function refused(
  { inputs }: Order,
  [what, call]: Setting["words"],
  code: number,
  reason: string,
): string {
  const status = `https response error StatusCode: ${code}, RequestID: ${pick("0123456789ABCDEF", 16)}, HostID: ${ids.uuid()}`;
  return `creating ${what} (${text(inputs["bucket"], "")}): operation error S3: ${call}, ${status}, ${reason}.`;
}

const lock: Setting["words"] = [
  "S3 Bucket Object Lock Configuration",
  "PutObjectLockConfiguration",
];
const replication: Setting["words"] = [
  "S3 Bucket Replication Configuration",
  "PutBucketReplication",
];

export const s3Settings: readonly CloudResource[] = [
  setting({
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    words: ["S3 Bucket Public Access Block", "PutPublicAccessBlock"],
  }),
  setting({
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    words: ["S3 Bucket Ownership Controls", "PutBucketOwnershipControls"],
  }),
  setting({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    words: ["S3 Bucket Policy", "PutBucketPolicy"],
  }),
  setting({
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    words: ["S3 Bucket Server-side Encryption Configuration", "PutBucketEncryption"],
  }),
  setting({
    type: versioningType,
    words: ["S3 Bucket Versioning", "PutBucketVersioning"],
  }),
  setting({
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    words: ["S3 Bucket Lifecycle Configuration", "PutBucketLifecycleConfiguration"],
    defaults: { transitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
  }),
  setting({
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    words: lock,
    defaults: { objectLockEnabled: "Enabled" },
    needs: lockedBucket,
  }),
  setting({
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    words: replication,
    needs: versionedBucket,
  }),
];

/** Only a bucket that was made with object lock takes a rule for it. */
function lockedBucket(order: Order): Need[] {
  const id = text(order.inputs["bucket"], "");
  if (order.cloud.find(bucketType, id)?.outputs["objectLockEnabled"] === true) return [];
  const reason = "InvalidRequest: Object Lock configuration cannot be enabled on existing buckets";
  return [{ type: bucketType, id: undefined, refusal: refused(order, lock, 409, reason) }];
}

function versionedBucket(order: Order): Need[] {
  const id = text(order.inputs["bucket"], "");
  const versioning = order.cloud.find(versioningType, id)?.outputs["versioningConfiguration"];
  if ((versioning as PropertyMap | undefined)?.["status"] === "Enabled") return [];
  const reason =
    "InvalidRequest: Versioning must be 'Enabled' on the bucket to apply a replication configuration";
  return [{ type: bucketType, id: undefined, refusal: refused(order, replication, 400, reason) }];
}
