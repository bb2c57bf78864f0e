import { Decimal } from "decimal.js";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { eachScenario } from "../../scenarios";
import { knowing, numberAt } from "../inputs";
import { perOne } from "./per-one";

const monitorType = "aws:rum/appMonitor:AppMonitor";
const rateAt = "appMonitorConfiguration.sessionSampleRate";

/** What RUM measures where nothing is said: https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/API_AppMonitorConfiguration.html */
const usualRate = 0.1;

/** As the price is told. */
const eventsAUnit = 100_000;

/** Events of the visits that are measured. */
const appMonitor: Pricer = (resource, context) => {
  const rate = new Decimal(numberAt(resource, rateAt) ?? usualRate);
  const visits = context.used("webVitals.visits", resource, context.ofType(monitorType));
  const { quantity: events } = perOne(context, "webVitals.eventsPerVisit", resource);
  return [
    {
      sku: "cloudwatch-rum-event",
      region: context.awsRegion(resource),
      quantity: eachScenario((one) => visits[one].times(events[one]).times(rate).div(eventsAUnit)),
      rests: [
        ...["webVitals.visits", "webVitals.eventsPerVisit"],
        `${rate.times(100).toString()} % of visits measured`,
      ],
    },
  ];
};

export const awsAppMonitorPricers: Pricers = {
  [monitorType]: knowing([rateAt], appMonitor),
  ...freeOf(
    [
      "aws:cognito/identityPool:IdentityPool",
      "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    ],
    "identities of guests, of which AWS bills none",
    "https://aws.amazon.com/cognito/pricing/",
  ),
};
