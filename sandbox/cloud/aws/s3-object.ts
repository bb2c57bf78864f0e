import { createHash } from "node:crypto";
import { allTags, awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource } from "../resource";
import { bucketType } from "./s3-bucket";

const s3ObjectType = "aws:s3/bucketObjectv2:BucketObjectv2";

/** One object of a bucket. What is put where something is replaces it, so that a key is nobody's alone. */
export const s3Object: CloudResource = {
  type: s3ObjectType,
  defaults: {
    acl: "private",
    bucketKeyEnabled: false,
    contentType: "application/octet-stream",
    forceDestroy: false,
    kmsKeyId: "",
    serverSideEncryption: "AES256",
    storageClass: "STANDARD",
  },
  computed: [
    "checksumCrc32",
    "checksumCrc32c",
    "checksumCrc64nvme",
    "checksumSha1",
    "checksumSha256",
    "etag",
    "versionId",
  ],
  derive: ({ inputs, account }) => ({
    arn: `arn:aws:s3:::${text(inputs["bucket"], "")}/${text(inputs["key"], "")}`,
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  needs: ({ inputs }) => {
    const bucket = text(inputs["bucket"], "");
    const status = `https response error StatusCode: 404, RequestID: ${pick("0123456789ABCDEF", 16)}, HostID: ${ids.uuid()}`;
    const refusal = `uploading S3 Object (${text(inputs["key"], "")}) to Bucket (${bucket}): operation error S3: PutObject, ${status}, NoSuchBucket: The specified bucket does not exist`;
    return [{ type: bucketType, id: inputs["bucket"], refusal }];
  },
  create: ({ inputs }) => {
    const content = JSON.stringify(inputs["source"] ?? inputs["content"] ?? "");
    return {
      id: `${text(inputs["bucket"], "")}/${text(inputs["key"], "")}`,
      outputs: {
        ...{ checksumCrc32: "", checksumCrc32c: "", checksumCrc64nvme: "" },
        ...{ checksumSha1: "", checksumSha256: "", versionId: "" },
        etag: createHash("sha256").update(content).digest("hex").slice(0, 32),
      },
    };
  },
};
