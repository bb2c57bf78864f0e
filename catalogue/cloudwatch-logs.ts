/**
 * Days that a log group may keep its lines. CloudWatch also knows 0, for ever, which is left out on purpose: what is never
 * deleted costs more each month and keeps what users have a right to see deleted.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;
export type RetentionDays = (typeof retentionDays)[number];
