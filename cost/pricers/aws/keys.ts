import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { always, mapAmounts } from "../../scenarios";
import { knowing, textAt, valueAt } from "../inputs";

const source = "https://aws.amazon.com/kms/pricing/";

const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

/** Kinds of keys whose requests cost as little as those of a symmetric one. */
const cheapKinds = [/^SYMMETRIC_DEFAULT$/, /^HMAC_/, /^RSA_2048$/];

/** A key, the rotations that it has behind it, and an equal part of what all keys of the stack are asked. */
const key: Pricer = (resource, context) => {
  const region = context.awsRegion(resource);
  const kept: Charge = { sku: "kms-key", region, quantity: always(1) };
  const rotated = valueAt(resource, "enableKeyRotation") === true ? [rotations] : [];
  return [kept, ...rotated, requests(resource, context)];
};

/** A key's first two rotations add to its price, a year apart: none so far, one, or both. */
const rotations: Charge = {
  sku: "kms-key-rotation",
  quantity: { low: new Decimal(0), expected: new Decimal(1), high: new Decimal(2) },
  rests: [
    "a key's first two rotations are billed: none is past in the low scenario, one in the expected, both in the high",
  ],
};

function requests(resource: DeclaredResource, context: PricingContext): Charge {
  const kind = textAt(resource, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  const isCheap = cheapKinds.some((one) => one.test(kind));
  const asked = context.used("secrets.keyRequests", resource, context.ofTypes(keyTypes));
  return {
    sku: isCheap ? "kms-requests" : "kms-requests-asymmetric",
    region: context.awsRegion(resource),
    quantity: mapAmounts(asked, (count) => count.div(10_000)),
    rests: ["secrets.keyRequests"],
  };
}

const deciding = ["enableKeyRotation", "customerMasterKeySpec"];

export const awsKeyPricers: Pricers = {
  ...Object.fromEntries(keyTypes.map((type) => [type, knowing(deciding, key)])),
  ...freeOf(
    ["aws:kms/alias:Alias", "aws:kms/grant:Grant", "aws:kms/keyPolicy:KeyPolicy"],
    "a setting of a key",
    source,
  ),
};
