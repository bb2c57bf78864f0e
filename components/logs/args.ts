import type { RetentionDays } from "../../catalogue/cloudwatch-logs";
import type { AwsNamespace } from "../../core/aws-metrics";
import type { LogMetricName } from "../../core/log-metrics";
import type { Tier } from "../../core/profile";
import type { ServiceKind } from "../../core/service";

/** The log group of one service. */
export interface LogGroupSettings {
  /** What runs the service; it decides what can be measured. */
  kind: ServiceKind;
  /** What its lines publish as metrics. */
  metrics: LogMetricName[];
}

/** A host of our own in front of the intake. */
export interface IntakeDomainArgs {
  /** Host such as `logs.example.com`. */
  host: string;
  /** ARN of a certificate of AWS Certificate Manager for it, in the provider's region. */
  certificateArn: string;
}

/** The address that takes logs in over HTTPS. It needs one of its secrets at least. */
export interface IntakeArgs {
  /** Name of the secret that the Vercel drain signs with. Left out, drains are refused. */
  drainSecret?: string | undefined;
  /** Name of the secret that services send as their bearer token. Left out, services are refused. */
  tokenSecret?: string | undefined;
  /**
   * Service that the lines of the Vercel drain belong to.
   * @default "web"
   */
  drainService?: string | undefined;
  /**
   * Bytes that one request may bring, 1024 to 6000000.
   * @default 4000000
   */
  maxBodyBytes?: number | undefined;
  /**
   * Copies that run at once at most, 1 to 1000, so that a flood has a price limit. AWS wants 100 of the account's copies
   * left for others.
   * @default 10
   */
  reservedConcurrency?: number | undefined;
  /** A host of our own, by TLS 1.2 at least. Left out, the function has an address that AWS makes up. */
  domain?: IntakeDomainArgs | undefined;
}

/** The record of every call of the AWS account, in all regions, with proof that nobody changed it. */
export interface TrailArgs {
  /** Key of the bucket that it is written to. */
  bucket: string;
  /** Folder in the bucket. Left out, none. */
  prefix?: string | undefined;
}

/**
 * Copies of the metrics that alarms look at, in a bucket of its own: CloudWatch drops values after 15 months, and with the
 * account all of them. CloudWatch bills each value: a metric makes 43,800 a month, $0.13.
 */
export interface MetricCopiesArgs {
  /** Key of the bucket that they are written to. */
  bucket: string;
  /**
   * Folder in the bucket: values below `values/`, what could not be written below `failed/`.
   * @default "metrics"
   */
  prefix?: string | undefined;
  /**
   * Namespaces of AWS of which the metrics that alarms look at are copied, beside those of the product's own services. The
   * program names `AWS/SNS`, `AWS/ElastiCache` where AWS runs the cache, and `AWS/RUM` where browsers measure.
   * @default none
   */
  awsNamespaces?: AwsNamespace[] | undefined;
}

/** Where logs go, how long they stay, and who did what. */
export interface LogsSettings {
  /** The product, which stands in every name. */
  product: string;
  /** The tier, which stands in every name. */
  tier: Tier;
  /** Who answers for it, as a tag. */
  owner: string;
  /** Days that lines are kept, one of those that CloudWatch knows. */
  retentionInDays: RetentionDays;
  /**
   * Whether a key of our own, with rotation, encrypts logs and trail, so that reading can be withdrawn at once.
   * @default false
   */
  encrypted?: boolean | undefined;
  /** Log groups by service. */
  groups: Record<string, LogGroupSettings>;
  /** The address that takes logs in. Left out, there is none. */
  intake?: IntakeArgs | undefined;
  /** The record of the account's calls. Left out, there is none. */
  trail?: TrailArgs | undefined;
  /** Copies of the metrics that alarms look at. Left out, CloudWatch alone has them. */
  metricCopies?: MetricCopiesArgs | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  drainService: "web",
  maxBodyBytes: 4_000_000,
  reservedConcurrency: 10,
  copiesPrefix: "metrics",
} as const;
