import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { always, mapAmounts } from "../../scenarios";
import { knowing, numberAt, textAt, valueAt } from "../inputs";
import { gigabyteSeconds } from "./lambda-time";
import { perOne } from "./per-one";
import { runsAMonth } from "./schedule";

const source = "https://aws.amazon.com/cloudwatch/pricing/";

/** Of the Lambda function behind a canary that names none, in MB. */
const defaultMemory = 1000;
/** In seconds: the longest that a run may take where the canary names no timeout. */
const longestRun = 840;

/**
 * Runs by the schedule, and the Lambda function that each of them is. What runs log and keep on S3 is small, and counts
 * in the meters of logs and of storage.
 */
const canary: Pricer = (resource, context) => {
  if (valueAt(resource, "startCanary") !== true) {
    return [{ free: "it is not started, and runs nothing", source }];
  }
  const expression = textAt(resource, "schedule.expression") ?? "";
  const runs = runsOf(resource, expression);
  if (runs === undefined) return [{ notPriced: `the schedule ${expression} cannot be counted` }];

  const region = context.awsRegion(resource);
  const counted = `runs ${runs.toDecimalPlaces(2).toString()} times a month by ${expression}`;
  const run = perOne(context, "alerts.canaryRunSeconds", resource);
  const timeout = numberAt(resource, "runConfig.timeoutInSeconds") ?? longestRun;
  const seconds = mapAmounts(run.quantity, (one) => Decimal.min(one, timeout).times(runs));
  const memory = numberAt(resource, "runConfig.memoryInMb") ?? defaultMemory;
  return [
    { sku: "cloudwatch-canary-run", region, quantity: always(runs), rests: [counted] },
    {
      sku: "lambda-requests",
      region,
      quantity: always(runs.div(1_000_000)),
      rests: [counted],
    },
    {
      sku: "lambda-x86",
      region,
      quantity: gigabyteSeconds(seconds, memory),
      rests: [counted, ...run.rests],
    },
  ];
};

/** Fewer where the canary stops by itself some time after it was started. */
function runsOf(resource: DeclaredResource, expression: string): Decimal | undefined {
  const runs = runsAMonth(expression);
  const stopsAfter = numberAt(resource, "schedule.durationInSeconds") ?? 0;
  if (runs === undefined || stopsAfter === 0) return runs;
  return runs.times(Decimal.min(new Decimal(stopsAfter).div(730 * 3600), 1));
}

export const awsCanaryPricers: Pricers = {
  "aws:synthetics/canary:Canary": knowing(
    [
      "startCanary",
      "schedule.expression",
      "schedule.durationInSeconds",
      "runConfig.memoryInMb",
      "runConfig.timeoutInSeconds",
    ],
    canary,
  ),
  ...freeOf(
    ["aws:synthetics/group:Group", "aws:synthetics/groupAssociation:GroupAssociation"],
    "it only gathers canaries",
    source,
  ),
};
