import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { resource } from "./stack";

/** A topic with a key and a reader, as alarms are sent to. */
export const topicKey = resource(
  providerTypes.awsKey,
  "alerts-key",
  { enableKeyRotation: true },
  { protect: true },
);
export const topic = resource(
  providerTypes.awsTopic,
  "alerts-critical",
  {},
  { propertyDependencies: { kmsMasterKeyId: [topicKey.urn] } },
);
export const subscription = resource(
  providerTypes.awsTopicSubscription,
  "alerts-critical-email",
  { protocol: "email", endpoint: "oncall@example.com" },
  { propertyDependencies: { topic: [topic.urn] } },
);

const explained =
  "Requests fail. What to do: https://wiki.example.com/critical.md#errors Owner: web-team";

/** An alarm that every rule is content with, but for what it looks at. */
export function alarm(
  inputs: PropertyMap = {},
  name = "alarm",
  propertyDependencies: DeclaredResource["propertyDependencies"] = {},
): DeclaredResource {
  const compliant = {
    name,
    alarmDescription: explained,
    namespace: "AWS/SNS",
    metricName: "NumberOfNotificationsFailed",
    period: 60,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: ["arn:aws:sns:ca-central-1:123456789012:on-call"],
  };
  return resource(
    providerTypes.awsMetricAlarm,
    name,
    { ...compliant, ...inputs },
    { propertyDependencies: { alarmActions: [topic.urn], ...propertyDependencies } },
  );
}

/** An alarm made of others. */
export function composite(inputs: PropertyMap = {}, name = "composite"): DeclaredResource {
  const compliant = {
    alarmName: name,
    alarmDescription: explained,
    alarmRule: 'ALARM("alarm")',
    alarmActions: ["arn:aws:sns:ca-central-1:123456789012:on-call"],
  };
  return resource(
    providerTypes.awsCompositeAlarm,
    name,
    { ...compliant, ...inputs },
    { propertyDependencies: { alarmActions: [topic.urn] } },
  );
}

/** An alarm on the status of a health check. */
export function checkAlarm(check: DeclaredResource, inputs: PropertyMap = {}): DeclaredResource {
  const watched = {
    namespace: "AWS/Route53",
    metricName: "HealthCheckStatus",
    region: "us-east-1",
    treatMissingData: "breaching",
  };
  return alarm({ ...watched, ...inputs }, `${check.name}-alarm`, { dimensions: [check.urn] });
}

/** A filter that publishes a metric. */
export function filter(
  name: string | symbol,
  namespace: string | symbol = "shop/prod/web",
): DeclaredResource {
  return resource(providerTypes.awsLogMetricFilter, `filter-${String(name)}`, {
    metricTransformation: { name, namespace } as PropertyMap,
  });
}
