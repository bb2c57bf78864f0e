const cache = ["clusterId"] as const;
const appMonitor = ["application_name"] as const;

/**
 * Metrics that AWS publishes by itself and alarms look at: by namespace, with the dimensions that name one thing.
 * Sources: https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html; of serverless caches,
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/serverless-metrics-events-redis.html; of browsers,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-metrics.html
 */
export const awsMetrics = {
  "AWS/SNS": { NumberOfNotificationsFailed: ["TopicName"] },
  "AWS/ElastiCache": {
    ThrottledCmds: cache,
    BytesUsedForCache: cache,
    Evictions: cache,
    SuccessfulReadRequestLatency: cache,
  },
  "AWS/RUM": {
    WebVitalsLargestContentfulPaint: appMonitor,
    WebVitalsInteractionToNextPaint: appMonitor,
    WebVitalsCumulativeLayoutShift: appMonitor,
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type AwsNamespace = keyof typeof awsMetrics;
