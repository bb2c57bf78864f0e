import type { MeterId } from "../../../catalogue/usage";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import { type Amounts, mapAmounts } from "../../scenarios";
import { bucketTypes, bucketsOf, originOf } from "./buckets";
import { spreadOf } from "./storage-classes";

const source = "https://aws.amazon.com/s3/pricing/";

/** An equal part of what all buckets of the stack hold and are asked; a copy holds and receives what its source does. */
const bucket: Pricer = (resource, context) => {
  const region = context.awsRegion(resource);
  const buckets = bucketsOf(context);
  const origin = originOf(resource, buckets);
  const isCopy = origin !== resource;
  const used = (meter: MeterId) => {
    const isOwn = Object.hasOwn(context.costs.resources[resource.name] ?? {}, meter);
    return context.used(meter, isOwn ? resource : origin, buckets.originals);
  };
  const told = isCopy ? [`a copy of ${origin.name}: as much as there`] : [];
  const requests = (sku: string, meter: MeterId): Charge => {
    return { sku, region, quantity: thousands(used(meter)), rests: [meter, ...told] };
  };
  return [
    ...storedIn(resource, used("storage.storedGb"), told, context),
    requests("s3-requests-tier1", "storage.writes"),
    ...(isCopy ? [] : readFrom(region, used, requests)),
    ...movesOf(resource, context),
  ];
};

function readFrom(
  region: string,
  used: (meter: MeterId) => Amounts,
  requests: (sku: string, meter: MeterId) => Charge,
): Charge[] {
  const egress = used("storage.egressGb");
  return [
    requests("s3-requests-tier2", "storage.reads"),
    { sku: "data-transfer-out", region, quantity: egress, rests: ["storage.egressGb"] },
  ];
}

function storedIn(
  resource: DeclaredResource,
  stored: Amounts,
  told: readonly string[],
  context: PricingContext,
): Charge[] {
  const { parts, assumption } = spreadOf(bucketsOf(context).lifecycleOf.get(resource.urn));
  const rests = ["storage.storedGb", ...told, ...(assumption === undefined ? [] : [assumption])];
  return parts.map(({ sku, part }) => ({
    sku,
    region: context.awsRegion(resource),
    quantity: mapAmounts(stored, (gigabytes) => gigabytes.times(part)),
    rests,
  }));
}

/** Buckets whose objects move to another class, which share the stack's moves. */
const movers = remembered((context: PricingContext) =>
  context
    .ofTypes(bucketTypes)
    .filter(({ urn }) => spreadOf(bucketsOf(context).lifecycleOf.get(urn)).moves.length > 0),
);

function movesOf(resource: DeclaredResource, context: PricingContext): Charge[] {
  const { moves } = spreadOf(bucketsOf(context).lifecycleOf.get(resource.urn));
  return moves.map((sku) => ({
    sku,
    region: context.awsRegion(resource),
    quantity: thousands(context.used("storage.transitions", resource, movers(context))),
    rests: ["storage.transitions"],
  }));
}

function thousands(amounts: Amounts): Amounts {
  return mapAmounts(amounts, (count) => count.div(1000));
}

const settings = [
  "Acl",
  "CorsConfiguration",
  "LifecycleConfiguration",
  "Logging",
  "Notification",
  "ObjectLockConfiguration",
  "OwnershipControls",
  "Policy",
  "PublicAccessBlock",
  "RequestPaymentConfiguration",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "WebsiteConfiguration",
].flatMap((kind) => [`bucket${kind}:Bucket${kind}`, `bucket${kind}V2:Bucket${kind}V2`]);

const objects = ["bucketObject:BucketObject", "bucketObjectv2:BucketObjectv2"];

export const awsStoragePricers: Pricers = {
  ...Object.fromEntries(bucketTypes.map((type) => [type, bucket])),
  ...freeOf(s3(settings), "a setting of a bucket", source),
  ...freeOf(s3(objects), "one write and some bytes, which are in the bucket's use", source),
};

function s3(kinds: readonly string[]): string[] {
  return kinds.map((kind) => `aws:s3/${kind}`);
}
