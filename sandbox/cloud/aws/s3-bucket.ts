import { allTags, awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Order } from "../resource";

export const bucketType = "aws:s3/bucket:Bucket";

/** Zones that Route 53 alias records to a bucket's website name. Source: AWS General Reference, S3 endpoints. */
const hostedZones: Readonly<Record<string, string>> = {
  "ap-northeast-1": "Z2M4EHUR26P7ZW",
  "ap-south-1": "Z11RGJOFQNVJUP",
  "ap-southeast-1": "Z3O0J2DXBE1FTB",
  "ap-southeast-2": "Z1WCIGYICN2BYD",
  "ca-central-1": "Z1QDHH18159H29",
  "ca-west-1": "Z03565811Z33SLEZTHOUL",
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "eu-north-1": "Z3BAZG2TWCNX0D",
  "eu-west-1": "Z1BKCTXD74EZPE",
  "eu-west-2": "Z3GKZC51ZF0DB4",
  "eu-west-3": "Z3R1K369G5AVDG",
  "sa-east-1": "Z7KQH4QJS55SO",
  "us-east-1": "Z3AQBSTGFJSTF",
  "us-east-2": "Z2O1EMRO9K5GLX",
  "us-west-1": "Z2F56UZL2M1ACD",
  "us-west-2": "Z3BJ6K6RIION7M",
};

/** Bucket names are unique in all of AWS; the sandbox has one account, so whoever holds a name is oneself. */
export const s3Bucket: CloudResource = {
  type: bucketType,
  defaults: {
    bucketNamespace: "global",
    bucketPrefix: "",
    objectLockEnabled: false,
    requestPayer: "BucketOwner",
    websiteDomain: "",
    websiteEndpoint: "",
  },
  computed: ["arn", "bucket", "bucketDomainName", "bucketRegionalDomainName", "hostedZoneId"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    bucketRegion: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const name = text(order.inputs["bucket"], "");
    if (name === "") return [];
    return [{ key: `aws:s3:${name}`, refusal: `creating S3 Bucket (${name}): ${taken(order)}` }];
  },
  create: (order) => {
    const name = text(order.inputs["bucket"], madeUpName(order));
    return { id: name, outputs: { bucket: name, ...addresses(name, order) } };
  },
};

/** In us-east-1 S3 would hand over the bucket that is there, so the provider looks first, and says it in a word of its own. */
function taken({ inputs, account }: Order): string {
  if (awsRegion(inputs, account) === "us-east-1") return "BucketAlreadyExists";
  const status = `https response error StatusCode: 409, RequestID: ${pick("0123456789ABCDEF", 16)}, HostID: ${ids.uuid()}`;
  return `operation error S3: CreateBucket, ${status}, BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.`;
}

/** As the bridge makes it, in the letters that S3 takes. */
function madeUpName({ name, inputs }: Order): string {
  const prefix = text(inputs["bucketPrefix"], `${name.toLowerCase().slice(0, 55)}-`);
  return `${prefix}${pick("0123456789abcdef", 7)}`;
}

function addresses(name: string, { inputs, account }: Order): Record<string, string> {
  const region = awsRegion(inputs, account);
  return {
    arn: `arn:aws:s3:::${name}`,
    bucketDomainName: `${name}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    hostedZoneId: hostedZones[region] ?? "",
  };
}
