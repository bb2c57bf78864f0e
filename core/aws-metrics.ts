const cache = ["clusterId"] as const;

/**
 * Metrics that AWS publishes by itself and alarms look at: by namespace, with the dimensions that name one thing.
 * Sources: https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html and, of serverless caches,
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/serverless-metrics-events-redis.html
 */
export const awsMetrics = {
  "AWS/SNS": { NumberOfNotificationsFailed: ["TopicName"] },
  "AWS/ElastiCache": {
    ThrottledCmds: cache,
    BytesUsedForCache: cache,
    Evictions: cache,
    SuccessfulReadRequestLatency: cache,
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type AwsNamespace = keyof typeof awsMetrics;
