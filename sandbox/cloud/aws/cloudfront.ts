import { isPropertyMap, type PropertyMap, type Value } from "../../../core/value";
import { allTags, awsAccountId, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const accessControlType = "aws:cloudfront/originAccessControl:OriginAccessControl";
const headersType = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const certificateType = "aws:acm/certificate:Certificate";

const refused = (call: string, said: string, code = 400) =>
  `operation error CloudFront: ${call}, https response error StatusCode: ${code}, RequestID: ${ids.uuid()}, ${said}`;

/** A name is taken once in the account. */
function named(type: string, what: string, call: string, taken: string): CloudResource {
  return {
    type,
    autonamed: true,
    computed: ["arn", "etag"],
    claims: ({ inputs }) => {
      const name = text(inputs["name"], "");
      const refusal = `creating CloudFront ${what} (${name}): ${refused(call, taken, 409)}`;
      return [{ key: `${type}:${name}`, refusal }];
    },
    create: () => {
      const id = `E${pick(upper, 13)}`;
      const kind = type === accessControlType ? "origin-access-control" : "response-headers-policy";
      const arn = `arn:aws:cloudfront::${awsAccountId}:${kind}/${id}`;
      return { id, outputs: { arn, etag: `E${pick(upper, 13)}` } };
    },
  };
}

export const originAccessControl = named(
  accessControlType,
  "Origin Access Control",
  "CreateOriginAccessControl",
  "OriginAccessControlAlreadyExists: An origin access control with the same name already exists.",
);

export const responseHeadersPolicy = named(
  headersType,
  "Response Headers Policy",
  "CreateResponseHeadersPolicy",
  "ResponseHeadersPolicyAlreadyExists: A response headers policy with the same name already exists.",
);

/** A host belongs to one distribution in all of AWS; its certificate comes from us-east-1 alone. */
export const distribution: CloudResource = {
  type: "aws:cloudfront/distribution:Distribution",
  defaults: {
    httpVersion: "http2",
    priceClass: "PriceClass_All",
    retainOnDelete: false,
    staging: false,
    waitForDeployment: true,
  },
  computed: ["arn", "callerReference", "domainName", "etag", "lastModifiedTime"],
  derive: ({ inputs, account }) => ({
    hostedZoneId: "Z2FDTNDATAQYW2",
    inProgressValidationBatches: 0,
    loggingV1Enabled: false,
    status: "Deployed",
    tagsAll: allTags(inputs, account),
    trustedKeyGroups: [],
    trustedSigners: [],
  }),
  claims: ({ inputs }) => textsIn(inputs["aliases"]).map(claimOf),
  needs,
  create: () => {
    const id = `E${pick(upper, 13)}`;
    return {
      id,
      outputs: {
        arn: `arn:aws:cloudfront::${awsAccountId}:distribution/${id}`,
        callerReference: `terraform-${pick("0123456789", 26)}`,
        domainName: `d${pick("0123456789abcdefghijklmnopqrstuvwxyz", 13)}.cloudfront.net`,
        etag: `E${pick(upper, 13)}`,
        lastModifiedTime: new Date().toISOString(),
      },
    };
  },
};

function claimOf(host: string) {
  const said =
    "CNAMEAlreadyExists: One or more of the CNAMEs you provided are already associated with a different resource.";
  const refusal = `creating CloudFront Distribution: ${refused("CreateDistribution", said, 409)}`;
  return { key: `aws:cloudfront-alias:${host}`, refusal };
}

/** What a distribution names must be there. Policies of AWS's own, as those of caches, are. */
function needs({ inputs }: Order): Need[] {
  const missing = (said: string) =>
    `creating CloudFront Distribution: ${refused("CreateDistribution", said)}`;
  const origins = Array.isArray(inputs["origins"]) ? (inputs["origins"] as Value[]) : [];
  const controls = origins.flatMap((origin) => valueIn(origin, "originAccessControlId"));
  return [
    ...controls.map((id): Need => ({
      type: accessControlType,
      id,
      refusal: missing("InvalidOriginAccessControl: The origin access control does not exist."),
    })),
    ...valueIn(inputs["defaultCacheBehavior"], "responseHeadersPolicyId").map((id): Need => ({
      type: headersType,
      id,
      refusal: missing("NoSuchResponseHeadersPolicy: The response headers policy does not exist."),
    })),
    ...valueIn(inputs["viewerCertificate"], "acmCertificateArn").map((id): Need => ({
      type: certificateType,
      id,
      refusal: missing(
        "InvalidViewerCertificate: The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
      ),
    })),
  ];
}

function valueIn(map: Value | undefined, key: string): Value[] {
  const value = isPropertyMap(map ?? null) ? (map as PropertyMap)[key] : undefined;
  return value === undefined || value === null || value === "" ? [] : [value];
}

function textsIn(list: Value | undefined): string[] {
  return Array.isArray(list) ? (list as Value[]).filter((it) => typeof it === "string") : [];
}
