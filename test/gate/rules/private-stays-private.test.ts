import { publicGuards } from "../../../gate/lib/public";
import { privateStaysPrivate as rule } from "../../../gate/rules/private-stays-private";
import { describeGuards } from "./guards";

const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const tls = { Effect: "Deny", Principal: "*", Action: "s3:*" };
const reader = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::1:root" },
  Action: "s3:GetObject",
};
const inside = {
  Effect: "Allow",
  Principal: "*",
  Condition: { StringEquals: { "aws:SourceVpc": "a" } },
};
const everybody = { Effect: "Allow", Principal: "*", Action: "s3:GetObject" };
const anyAccount = { Effect: "Allow", Principal: { AWS: ["*"] }, Action: "s3:GetObject" };

describeGuards(rule, publicGuards, [
  [
    block,
    { blockPublicAcls: true },
    { blockPublicAcls: false },
    "public access lists are refused true → false",
  ],
  [block, { blockPublicPolicy: true }, {}, "public policies are refused true → false"],
  [block, { ignorePublicAcls: true }, {}, "public access lists are ignored true → false"],
  [
    block,
    { restrictPublicBuckets: true },
    {},
    "the account alone reads a public bucket true → false",
  ],
  ["aws:s3/bucketAcl:BucketAcl", {}, { acl: "public-read" }, "access list private → public-read"],
  [
    "aws:s3/bucketPolicy:BucketPolicy",
    policy(tls, reader, inside),
    policy(tls, reader, inside, everybody),
    "statements for everybody none → 1",
  ],
  [
    "aws:s3/bucketPolicy:BucketPolicy",
    policy(everybody),
    policy(everybody, anyAccount),
    "statements for everybody 1 → 2",
  ],
  [
    "aws:s3/bucketPolicy:BucketPolicy",
    { policy: "no JSON" },
    policy(anyAccount),
    "statements for everybody none → 1",
  ],
  [
    "supabase-admin:index/bucket:Bucket",
    { public: false },
    { public: true },
    "files readable by anybody false → true",
  ],
  [
    "github:index/repository:Repository",
    { visibility: "private" },
    { visibility: "public" },
    "visibility private → public",
  ],
]);
