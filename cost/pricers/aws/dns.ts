import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { remembered } from "../../remembered";
import { always, mapAmounts } from "../../scenarios";
import { itemsAt, knowing } from "../inputs";

const source = "https://aws.amazon.com/route53/pricing/";
const recordType = "aws:route53/record:Record";

const isAlias = (record: DeclaredResource) => itemsAt(record, "aliases").length > 0;

/** Records whose queries are paid. */
const paid = remembered((context: PricingContext) =>
  context.ofType(recordType).filter((record) => !isAlias(record)),
);

/** What a routing policy's queries cost; all others are standard ones. */
const routed: readonly (readonly [input: string, sku: string])[] = [
  ["latencyRoutingPolicies", "route53-queries-latency"],
  ["geolocationRoutingPolicies", "route53-queries-geo"],
  ["geoproximityRoutingPolicy", "route53-queries-geo"],
];

/** An equal part of the queries of all records but aliases. */
const record: Pricer = (resource, context) => {
  if (isAlias(resource)) return [{ free: "queries for an alias to AWS", source }];
  const [, sku] = routed.find(([input]) => resource.inputs[input] !== undefined) ?? [];
  const queries = context.used("dns.queries", resource, paid(context));
  return [
    {
      sku: sku ?? "route53-queries-standard",
      quantity: mapAmounts(queries, (count) => count.div(1_000_000)),
      rests: ["dns.queries"],
    },
  ];
};

const monthly =
  (sku: string): Pricer =>
  () => [{ sku, quantity: always(1) }];

export const awsDnsPricers: Pricers = {
  "aws:route53/zone:Zone": monthly("route53-hosted-zone"),
  "aws:route53/trafficPolicyInstance:TrafficPolicyInstance": monthly("route53-traffic-flow"),
  [recordType]: knowing(["aliases"], record),
  ...freeOf(
    [
      "aws:route53/delegationSet:DelegationSet",
      "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
      "aws:route53/zoneAssociation:ZoneAssociation",
    ],
    "a setting of a zone",
    source,
  ),
};
