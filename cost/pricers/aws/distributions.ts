import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { knowing, textAt } from "../inputs";

const type = "aws:cloudfront/distribution:Distribution";
const source = "https://aws.amazon.com/cloudfront/pricing/";

/** What is free and paid at once counts by the ten thousand. */
const counted = 10_000;

/** Which visitors the price is of, where a distribution also answers from dearer places. */
const nearest = "visitors in North America and Europe: elsewhere CloudFront costs more";

/** An equal part of what all distributions send and are asked. */
const distribution: Pricer = (resource, context) => {
  const alike = context.ofType(type);
  const isNear = textAt(resource, "priceClass") === "PriceClass_100";
  const told = isNear ? [] : [nearest];
  const requests = context.used("storage.distributionRequests", resource, alike);
  return [
    {
      sku: "cloudfront-transfer-out",
      quantity: context.used("storage.distributionGb", resource, alike),
      rests: ["storage.distributionGb", ...told],
    },
    {
      sku: "cloudfront-requests-https",
      quantity: mapAmounts(requests, (count) => count.div(counted)),
      rests: ["storage.distributionRequests", ...told],
    },
  ];
};

export const awsDistributionPricers: Pricers = {
  [type]: knowing(["priceClass"], distribution),
  ...freeOf(
    [
      "aws:cloudfront/cachePolicy:CachePolicy",
      "aws:cloudfront/originAccessControl:OriginAccessControl",
      "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    ],
    "a setting of a distribution",
    source,
  ),
};
