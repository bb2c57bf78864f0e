import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { itemsAt, notKnown, textAt } from "../inputs";
import { bucketOf, destinationOf, replicationType } from "./buckets";

const source = "https://aws.amazon.com/s3/pricing/";

/** What travels to the copy, and what it costs to be sure of when; the copy's storage and writes are its own bucket's. */
const replication: Pricer = (resource, context) => {
  const unknown = notKnown(resource, ["rules"]);
  if (unknown) return unknown;
  const from = bucketOf(resource, context) ?? resource;
  const travels = travel(from, destinationOf(resource, context), context);
  const skus = [
    ...(travels === "none" ? [] : ["s3-replication-transfer"]),
    ...(isTimed(resource) ? ["s3-replication-time-control"] : []),
  ];
  if (skus.length === 0) return [{ free: "nothing leaves the region", source }];
  const quantity = context.used("storage.replicatedGb", resource, context.ofType(replicationType));
  const rests = ["storage.replicatedGb", ...(travels === "assumed" ? [abroad] : [])];
  return skus.map((sku): Charge => {
    return { sku, region: context.awsRegion(from), quantity, rests };
  });
};

const abroad = "the destination is not in this stack: taken as one in another region";

function travel(
  from: DeclaredResource,
  to: DeclaredResource | undefined,
  context: PricingContext,
): "none" | "sure" | "assumed" {
  if (!to) return "assumed";
  return context.awsRegion(from) === context.awsRegion(to) ? "none" : "sure";
}

function isTimed(resource: DeclaredResource): boolean {
  return itemsAt(resource, "rules").some(
    (_, at) => textAt(resource, `rules[${at}].destination.replicationTime.status`) === "Enabled",
  );
}

export const awsReplicationPricers: Pricers = { [replicationType]: replication };
