import { type LedgerObject } from "../../ledger/record";
import { isOn, numberIn, ofType, textIn, textMapIn, textsIn } from "./fields";

/** A health check of Route 53. */
export interface HealthCheck {
  id: string;
  stack: string;
  /** `HTTPS`, `HTTP`, `HTTPS_STR_MATCH`, `TCP`, `CALCULATED` … */
  type: string;
  host: string;
  /** Asked in the name of the host, whatever DNS says. */
  ipAddress: string | undefined;
  path: string;
  searchString: string | undefined;
  /** Seconds. */
  interval: number;
  threshold: number;
  disabled: boolean;
  inverted: boolean;
  /** Of a calculated one. */
  children: string[];
  minHealthy: number;
}

/** An alarm of CloudWatch, on a metric or, with `rule`, on other alarms. */
export interface Alarm {
  name: string;
  stack: string;
  region: string;
  description: string;
  rule: string | undefined;
  namespace: string | undefined;
  metric: string | undefined;
  dimensions: Record<string, string>;
  statistic: string;
  comparison: string;
  threshold: number;
  /** Seconds. */
  period: number;
  periods: number;
  /** How many of the periods have to be bad. */
  datapoints: number;
  missing: string;
  /** ARNs that hear of a change to the state. */
  actions: Record<AlarmState, string[]>;
}

export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

/** Somebody who hears what is said to a topic. */
export interface Subscription {
  topic: string;
  protocol: string;
  endpoint: string;
  /** Whoever has not confirmed hears nothing from AWS. */
  confirmed: boolean;
}

export function healthChecksOf(objects: readonly LedgerObject[]): HealthCheck[] {
  return ofType(objects, "aws:route53/healthCheck:HealthCheck").map(({ id, stack, outputs }) => ({
    id,
    stack,
    type: textIn(outputs, "type") ?? "",
    host: (textIn(outputs, "fqdn") ?? "").toLowerCase(),
    ipAddress: textIn(outputs, "ipAddress"),
    path: textIn(outputs, "resourcePath") ?? "/",
    searchString: textIn(outputs, "searchString"),
    interval: numberIn(outputs, "requestInterval") ?? 30,
    threshold: numberIn(outputs, "failureThreshold") ?? 3,
    disabled: isOn(outputs, "disabled"),
    inverted: isOn(outputs, "invertHealthcheck"),
    children: textsIn(outputs, "childHealthchecks"),
    minHealthy: numberIn(outputs, "childHealthThreshold") ?? 0,
  }));
}

export function alarmsOf(objects: readonly LedgerObject[]): Alarm[] {
  return [
    ...ofType(objects, "aws:cloudwatch/metricAlarm:MetricAlarm"),
    ...ofType(objects, "aws:cloudwatch/compositeAlarm:CompositeAlarm"),
  ].map(alarmOf);
}

function alarmOf({ id, stack, outputs }: LedgerObject): Alarm {
  const periods = numberIn(outputs, "evaluationPeriods") ?? 1;
  const acts = outputs["actionsEnabled"] !== false;
  const actions = (name: string) => (acts ? textsIn(outputs, name) : []);
  return {
    name: textIn(outputs, "alarmName") ?? textIn(outputs, "name") ?? id,
    stack,
    region: textIn(outputs, "region") ?? "us-east-1",
    description: textIn(outputs, "alarmDescription") ?? "",
    rule: textIn(outputs, "alarmRule"),
    namespace: textIn(outputs, "namespace"),
    metric: textIn(outputs, "metricName"),
    dimensions: textMapIn(outputs, "dimensions"),
    statistic: textIn(outputs, "statistic") ?? "Average",
    comparison: textIn(outputs, "comparisonOperator") ?? "",
    threshold: numberIn(outputs, "threshold") ?? 0,
    period: numberIn(outputs, "period") ?? 60,
    periods,
    datapoints: numberIn(outputs, "datapointsToAlarm") ?? periods,
    missing: textIn(outputs, "treatMissingData") ?? "missing",
    actions: {
      ALARM: actions("alarmActions"),
      OK: actions("okActions"),
      INSUFFICIENT_DATA: actions("insufficientDataActions"),
    },
  };
}

/** Those who subscribed, and the chat channels that a topic is passed on to. */
export function subscriptionsOf(objects: readonly LedgerObject[]): Subscription[] {
  const subscribed = ofType(objects, "aws:sns/topicSubscription:TopicSubscription").map(
    ({ outputs }) => ({
      topic: textIn(outputs, "topic") ?? "",
      protocol: textIn(outputs, "protocol") ?? "",
      endpoint: textIn(outputs, "endpoint") ?? "",
      confirmed: !isOn(outputs, "pendingConfirmation"),
    }),
  );
  const slack = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
  const channels = ofType(objects, slack).flatMap(({ outputs }) =>
    textsIn(outputs, "snsTopicArns").map((topic) => ({
      ...{ topic, protocol: "slack", confirmed: true },
      endpoint: textIn(outputs, "slackChannelId") ?? "",
    })),
  );
  return [...subscribed, ...channels];
}
