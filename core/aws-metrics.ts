/**
 * Metrics that AWS publishes by itself and alarms look at: by namespace, with the dimensions that name one thing.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
 */
export const awsMetrics = {
  "AWS/SNS": { NumberOfNotificationsFailed: ["TopicName"] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type AwsNamespace = keyof typeof awsMetrics;
