import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { always, mapAmounts } from "../../scenarios";
import { knowing, textAt } from "../inputs";
import { runsAMonth } from "./schedule";

const busType = "aws:cloudwatch/eventBus:EventBus";
const source = "https://aws.amazon.com/eventbridge/pricing/";

/** An equal part of the product's own events. */
const bus: Pricer = (resource, context) => {
  const events = context.used("compute.customEvents", resource, context.ofType(busType));
  return [
    {
      sku: "eventbridge-custom-events",
      region: context.awsRegion(resource),
      quantity: mapAmounts(events, (count) => count.div(1_000_000)),
      rests: ["compute.customEvents"],
    },
  ];
};

const destination = "aws:cloudwatch/eventApiDestination:EventApiDestination";

/** Calls within AWS cost nothing; those of an API elsewhere do, by how many match. */
const target: Pricer = ({ propertyDependencies }, context) => {
  const calls = (propertyDependencies["arn"] ?? []).map((urn) => context.get(urn)?.type);
  if (calls.includes(destination)) return [{ notPriced: "how often it calls is not known here" }];
  return [{ free: "events that reach AWS's own services cost nothing", source }];
};

const schedule: Pricer = (resource, context) => {
  if (textAt(resource, "state") === "DISABLED") {
    return [{ free: "it is disabled, and calls nothing", source }];
  }
  const expression = textAt(resource, "scheduleExpression") ?? "";
  const runs = runsAMonth(expression);
  if (!runs) return [{ notPriced: `the schedule ${expression} cannot be counted` }];
  return [
    {
      sku: "eventbridge-scheduler",
      region: context.awsRegion(resource),
      quantity: always(runs.div(1_000_000)),
      rests: [`calls ${runs.toDecimalPlaces(2).toString()} times a month by ${expression}`],
    },
  ];
};

export const awsEventPricers: Pricers = {
  [busType]: bus,
  "aws:cloudwatch/eventTarget:EventTarget": target,
  "aws:scheduler/schedule:Schedule": knowing(["state", "scheduleExpression"], schedule),
  ...freeOf(
    ["aws:cloudwatch/eventRule:EventRule", "aws:cloudwatch/eventBusPolicy:EventBusPolicy"],
    "events of AWS services and rules cost nothing; the product's own are paid with their bus",
    source,
  ),
  ...freeOf(["aws:scheduler/scheduleGroup:ScheduleGroup"], "it only gathers schedules", source),
};
