import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { knowing, numberAt, textAt } from "../inputs";

const type = "aws:cloudwatch/logGroup:LogGroup";

/** Part of what is taken in that is left once compressed, as the AWS Pricing Calculator reckons. */
const compressed = new Decimal("0.15");

/** As AWS bills a month of storage. */
const daysAMonth = 30;

/** For logs that never expire: what is there after a year. */
const endless = 365;

const ingestion: Readonly<Record<string, string>> = {
  STANDARD: "cloudwatch-logs-ingest",
  INFREQUENT_ACCESS: "cloudwatch-logs-ingest-ia",
};

/** What comes in, what of it is kept, and what queries read of it: an equal part of what all log groups do. */
const logGroup: Pricer = (resource, context) => {
  const kind = textAt(resource, "logGroupClass") ?? "STANDARD";
  const sku = ingestion[kind];
  if (sku === undefined) return [{ notPriced: `no price of the class ${kind} is known here` }];
  const groups = context.ofType(type);
  const region = context.awsRegion(resource);
  const takenIn = context.used("logs.ingestedGb", resource, groups);
  const scanned = context.used("logs.scannedGb", resource, groups);
  return [
    { sku, region, quantity: takenIn, rests: ["logs.ingestedGb"] },
    stored(resource, context),
    {
      sku: "cloudwatch-logs-insights",
      region,
      quantity: scanned,
      rests: ["logs.scannedGb"],
    },
  ];
};

function stored(resource: DeclaredResource, context: PricingContext): Charge {
  const days = numberAt(resource, "retentionInDays") ?? 0;
  const months = new Decimal(days === 0 ? endless : days).div(daysAMonth);
  const takenIn = context.used("logs.ingestedGb", resource, context.ofType(type));
  const kept = days === 0 ? "kept for ever: reckoned with a year" : `kept for ${days} days`;
  return {
    sku: "cloudwatch-logs-storage",
    region: context.awsRegion(resource),
    quantity: mapAmounts(takenIn, (gigabytes) => gigabytes.times(months).times(compressed)),
    rests: ["logs.ingestedGb", `${kept}, compressed to 15 %`],
  };
}

export const awsLogGroupPricers: Pricers = {
  [type]: knowing(["logGroupClass", "retentionInDays"], logGroup),
  ...freeOf(
    [
      "aws:cloudwatch/queryDefinition:QueryDefinition",
      "aws:cloudwatch/logStream:LogStream",
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
      "aws:cloudwatch/logDestination:LogDestination",
      "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    ],
    "what is logged and read is paid with the log groups",
    "https://aws.amazon.com/cloudwatch/pricing/",
  ),
};
