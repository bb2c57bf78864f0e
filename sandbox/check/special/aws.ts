import { holdsUnknown, type PropertyMap, type Value } from "../../../core/value";
import { finding, isGiven, mayBeGiven, numberIn, objectsIn, type Finding } from "./finding";

/** Source: terraform-provider-aws 6 and the AWS APIs, where the SDK's types say less than they require. */
export const awsChecks = {
  "metric-alarm": checkMetricAlarm,
  "anomaly-subscribers": checkSubscribers,
  "cold-storage-days": checkLifecycle,
  "fifo-name": checkFifoName,
  "notification-subscribers": checkNotification,
};

/** The SDK requires nothing, because an alarm may also come from `evaluationCriteria`; a classic alarm needs these. */
function checkMetricAlarm(alarm: PropertyMap): Finding[] {
  if (mayBeGiven(alarm.evaluationCriteria)) return [];
  const missing = ["comparisonOperator", "evaluationPeriods"].filter(
    (name) => !mayBeGiven(alarm[name]),
  );
  const noThreshold = !mayBeGiven(alarm.threshold) && !mayBeGiven(alarm.thresholdMetricId);
  return [
    ...missing.flatMap((name) => finding([name], "required by AWS, and missing")),
    ...(noThreshold ? finding(["threshold"], "threshold or thresholdMetricId must be given") : []),
    ...checkMetric(alarm),
    ...checkDatapoints(alarm),
  ];
}

const singleMetric = ["metricName", "namespace", "period"];
const statistics = ["statistic", "extendedStatistic"];

function checkMetric(alarm: PropertyMap): Finding[] {
  if (mayBeGiven(alarm.metricQueries)) return checkQueries(alarm);
  const missing = singleMetric.filter((name) => !mayBeGiven(alarm[name]));
  const noStatistic = !statistics.some((name) => mayBeGiven(alarm[name]));
  return [
    ...missing.flatMap((name) => finding([name], "required by AWS unless metricQueries is given")),
    ...(noStatistic
      ? finding(["statistic"], "statistic, extendedStatistic or metricQueries must be given")
      : []),
  ];
}

function checkQueries(alarm: PropertyMap): Finding[] {
  const both = [...singleMetric, ...statistics].filter((name) => isGiven(alarm[name]));
  const queries = objectsIn(alarm.metricQueries);
  const judging = queries.filter(([, { returnData }]) => returnData === true);
  const settled = !holdsUnknown(alarm.metricQueries);
  // What is held against a band answers both: the value and the band.
  const wanted = mayBeGiven(alarm.thresholdMetricId) ? 2 : 1;
  return [
    ...both.flatMap((name) => finding([name], "not allowed together with metricQueries")),
    ...(Array.isArray(alarm.metricQueries) && settled && judging.length !== wanted
      ? finding(
          ["metricQueries"],
          `exactly ${wanted === 1 ? "one query" : "two queries"} must have returnData: true; got ${judging.length}`,
        )
      : []),
  ];
}

function checkDatapoints({ datapointsToAlarm, evaluationPeriods }: PropertyMap): Finding[] {
  const [points, periods] = [numberIn(datapointsToAlarm), numberIn(evaluationPeriods)];
  if (points === undefined || periods === undefined || points <= periods) return [];
  return finding(
    ["datapointsToAlarm"],
    `must be at most evaluationPeriods (${periods}); got ${points}`,
  );
}

/** An immediate alert goes to a topic, a summary by e-mail: Cost Explorer takes no other pair. */
function checkSubscribers({ frequency, subscribers }: PropertyMap): Finding[] {
  if (typeof frequency !== "string") return [];
  const wanted = subscriberOf.get(frequency);
  if (wanted === undefined) return [];
  return objectsIn(subscribers).flatMap(([i, { type }]) =>
    typeof type === "string" && type !== wanted
      ? finding(["subscribers", i, "type"], `must be ${wanted} when frequency is ${frequency}`)
      : [],
  );
}

const subscriberOf = new Map([
  ["IMMEDIATE", "SNS"],
  ["DAILY", "EMAIL"],
  ["WEEKLY", "EMAIL"],
]);

/** What is in cold storage is paid for 90 days at least. */
function checkLifecycle({ coldStorageAfter, deleteAfter }: PropertyMap): Finding[] {
  const [cold, end] = [numberIn(coldStorageAfter), numberIn(deleteAfter)];
  if (cold === undefined || end === undefined || end >= cold + 90) return [];
  return finding(
    ["deleteAfter"],
    `must be at least 90 days after coldStorageAfter (${cold}); got ${end}`,
  );
}

function checkFifoName({ fifoTopic, fifoQueue, name }: PropertyMap): Finding[] {
  const fifo = fifoTopic ?? fifoQueue;
  if (typeof name !== "string" || typeof (fifo ?? false) !== "boolean") return [];
  const named = name.endsWith(".fifo");
  if (fifo === true && !named) return finding(["name"], "must end in .fifo for a FIFO");
  return fifo !== true && named
    ? finding(["name"], "must not end in .fifo unless it is a FIFO")
    : [];
}

/** In the provider's words; an empty list is as good as none. */
function checkNotification(notification: PropertyMap): Finding[] {
  const lists: readonly (Value | undefined)[] = [
    notification.subscriberEmailAddresses,
    notification.subscriberSnsTopicArns,
  ];
  const nobody = lists.every((list) =>
    Array.isArray(list) ? list.length === 0 : !mayBeGiven(list),
  );
  const hint = "give subscriberEmailAddresses or subscriberSnsTopicArns";
  return nobody ? finding([], `Notification must have at least one subscriber! ${hint}`) : [];
}
