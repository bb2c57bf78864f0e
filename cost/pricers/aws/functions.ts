import { type Pricer, type Pricers, freeOf } from "../../pricer";
import { eachScenario, mapAmounts } from "../../scenarios";
import { itemsAt, knowing, numberAt, valueAt } from "../inputs";
import { gigabyteSeconds } from "./lambda-time";
import { perOne } from "./per-one";

const type = "aws:lambda/function:Function";

/** Of a function that names none, in MB. */
const defaultMemory = 128;
/** Temporary storage that is part of every function, in MB. */
const freeStorage = 512;

/** Requests, and the memory held while they are answered: an equal part of what all functions do. */
const lambda: Pricer = (resource, context) => {
  if (valueAt(resource, "capacityProviderConfig") !== undefined) {
    return [{ notPriced: "it runs on instances of its own, whose price is not known here" }];
  }
  const region = context.awsRegion(resource);
  const requests = context.used("compute.functionRequests", resource, context.ofType(type));
  const run = perOne(context, "compute.functionMs", resource);
  const seconds = eachScenario((scenario) =>
    requests[scenario].times(run.quantity[scenario]).div(1000),
  );
  const isArm = itemsAt(resource, "architectures").includes("arm64");
  const memory = numberAt(resource, "memorySize") ?? defaultMemory;
  const rests = ["compute.functionRequests", ...run.rests];
  const storage = (numberAt(resource, "ephemeralStorage.size") ?? freeStorage) - freeStorage;
  return [
    {
      sku: "lambda-requests",
      region,
      quantity: mapAmounts(requests, (count) => count.div(1_000_000)),
      rests: ["compute.functionRequests"],
    },
    {
      sku: isArm ? "lambda-arm" : "lambda-x86",
      region,
      quantity: gigabyteSeconds(seconds, memory),
      rests,
    },
    ...(storage > 0
      ? [
          {
            sku: "lambda-ephemeral-storage",
            region,
            quantity: gigabyteSeconds(seconds, storage),
            rests,
          },
        ]
      : []),
  ];
};

const source = "https://aws.amazon.com/lambda/pricing/";

/** Reading a queue or a stream is free but for pollers that are kept ready. */
const eventSource: Pricer = (resource) =>
  valueAt(resource, "provisionedPollerConfig") === undefined
    ? [{ free: "part of the function, whose calls are paid", source }]
    : [{ notPriced: "no price of pollers kept ready is known here" }];

export const awsFunctionPricers: Pricers = {
  [type]: knowing(["memorySize", "architectures", "ephemeralStorage.size"], lambda),
  "aws:lambda/eventSourceMapping:EventSourceMapping": knowing(
    ["provisionedPollerConfig"],
    eventSource,
  ),
  ...freeOf(
    [
      "aws:lambda/alias:Alias",
      "aws:lambda/codeSigningConfig:CodeSigningConfig",
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      "aws:lambda/functionUrl:FunctionUrl",
      "aws:lambda/layerVersion:LayerVersion",
      "aws:lambda/layerVersionPermission:LayerVersionPermission",
      "aws:lambda/permission:Permission",
    ],
    "part of the function, whose calls are paid",
    source,
  ),
};
