import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { type Amounts, mapAmounts } from "../../scenarios";
import { knowing, textAt, valueAt } from "../inputs";

const type = "aws:sns/topic:Topic";
const source = "https://aws.amazon.com/sns/pricing/";

/** An equal part of what is published to all topics. */
const topic: Pricer = (resource, context) => {
  if (valueAt(resource, "fifoTopic") === true) {
    return [{ notPriced: "no price of first-in-first-out topics is known here" }];
  }
  return [
    {
      sku: "sns-publish",
      region: context.awsRegion(resource),
      quantity: mapAmounts(published(resource, context), (count) => count.div(1_000_000)),
      rests: ["alerts.notifications"],
    },
  ];
};

function published(resource: DeclaredResource, context: PricingContext): Amounts {
  return context.used("alerts.notifications", resource, context.ofType(type));
}

/** What a delivery is billed by, and how many of them are one unit. */
const deliveries: Readonly<Record<string, { sku: string; each: number }>> = {
  email: { sku: "sns-email", each: 100_000 },
  "email-json": { sku: "sns-email", each: 100_000 },
  http: { sku: "sns-https", each: 1_000_000 },
  https: { sku: "sns-https", each: 1_000_000 },
  application: { sku: "sns-push", each: 1_000_000 },
};

const freeProtocols = ["lambda", "sqs"];

/** Every message of its topic is delivered; one that filters receives fewer, and none knows how many. */
const subscription: Pricer = (resource, context) => {
  const protocol = textAt(resource, "protocol") ?? "";
  if (freeProtocols.includes(protocol)) {
    return [{ free: `deliveries to ${protocol} cost nothing`, source }];
  }
  const delivery = deliveries[protocol];
  if (!delivery) return [{ notPriced: `no price of deliveries by ${protocol} is known here` }];
  const each = new Decimal(delivery.each);
  return [
    {
      sku: delivery.sku,
      region: context.awsRegion(resource),
      quantity: mapAmounts(published(topicOf(resource, context), context), (count) =>
        count.div(each),
      ),
      rests: ["alerts.notifications", "it delivers all that its topic is told"],
    },
  ];
};

/** The topic in the stack; the subscription itself where its topic stands elsewhere, with a topic's part of the whole. */
function topicOf(resource: DeclaredResource, context: PricingContext): DeclaredResource {
  const urns = resource.propertyDependencies["topic"] ?? [];
  const found = urns.map(context.get).find((one) => one?.type === type);
  return found ?? resource;
}

export const awsTopicPricers: Pricers = {
  [type]: knowing(["fifoTopic"], topic),
  "aws:sns/topicSubscription:TopicSubscription": knowing(["protocol"], subscription),
  ...freeOf(["aws:sns/topicPolicy:TopicPolicy"], "a setting of a topic", source),
};
