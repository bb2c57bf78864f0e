import type { HealthCheckRegion } from "../../catalogue/regions";

/** How a host is asked. */
export interface CheckSettings {
  /**
   * Path that answers 2xx or 3xx while all is well; begins with `/`, at most 255 characters.
   * @default "/api/health"
   */
  resourcePath?: string | undefined;
  /**
   * TCP port, 1 to 65535. It is asked by HTTPS whatever it is.
   * @default 443
   */
  port?: number | undefined;
  /**
   * Seconds between two questions of one checker: 10 or 30. 10 costs more. A change replaces the check.
   * @default 30
   */
  requestInterval?: 10 | 30 | undefined;
  /**
   * Failures in a row after which the host counts as down, 1 to 10.
   * @default 2
   */
  failureThreshold?: number | undefined;
  /** From where Route 53 asks, at least three regions. Left out, from everywhere. */
  regions?: HealthCheckRegion[] | undefined;
  /**
   * Also measures how long the answer takes. Costs extra; a change replaces the check.
   * @default false
   */
  measureLatency?: boolean | undefined;
}

/** One check. */
export interface CheckArgs extends CheckSettings {
  /** Host that is asked: a bare name such as `app.example.com`. */
  fqdn: string;
}

/** Uptime checks from outside. */
export interface UptimeSettings {
  /** Checks by name; the name stands in the resource's name. */
  checks: Record<string, CheckArgs>;
  /** What a check says when it says nothing itself. */
  defaults?: CheckSettings | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  resourcePath: "/api/health",
  port: 443,
  requestInterval: 30,
  failureThreshold: 2,
  measureLatency: false,
} as const;
