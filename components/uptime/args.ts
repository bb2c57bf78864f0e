import type { HealthCheckRegion } from "../../catalogue/regions";
import type { AlertSeverity } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { CanaryArgs } from "./canary-args";
import type { ChecklyArgs } from "./checkly-args";

export type * from "./canary-args";
export type * from "./checkly-args";

/** Who asks from outside. */
export type UptimeVendor = "route53" | "checkly";

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
  /**
   * How bad it is when the host is down: it decides which topic is told.
   * @default "critical"
   */
  severity?: AlertSeverity | undefined;
}

/** What the answer has to be. A health check of Route 53 sees the status alone; the canary looks at all of it. */
export interface ExpectedArgs {
  /**
   * HTTP status, 200 to 399.
   * @default 200
   */
  status?: number | undefined;
  /** Host that a redirect must lead to, by HTTPS. */
  redirect?: string | undefined;
  /**
   * Whether the body is a health report: `status` and each of `checks` healthy, with `time` and `version`.
   * @default false
   */
  healthReport?: boolean | undefined;
  /**
   * Whether the answer must carry the product's declared response headers.
   * @default false
   */
  responseHeaders?: boolean | undefined;
}

/** One check. */
export interface CheckArgs extends CheckSettings {
  /** Host that is asked: a bare name such as `app.example.com`. */
  fqdn: string;
  /**
   * IP address that is asked in the name of the host. Needed where the host's DNS follows from the check: asked by name,
   * the check would look at whatever DNS points to by then.
   */
  ipAddress?: string | undefined;
  /**
   * Other host that the canary asks in the name of `fqdn`, such as a standby. Only the canary asks: Route 53 cannot.
   */
  standby?: string | undefined;
  /** What the answer has to be. */
  expects?: ExpectedArgs | undefined;
}

/** The check that is healthy while the others are. */
export interface OverallArgs {
  /**
   * How many of the checks have to be healthy, from 1.
   * @default all of them
   */
  minHealthy?: number | undefined;
  /**
   * Availability that is promised, in percent: above 90, below 100. Its alarm goes off when the month's error budget is
   * being used up 14.4 times too fast for an hour, which is 2 percent of it.
   * @default 99.9
   */
  objective?: number | undefined;
  /**
   * How bad that is.
   * @default "warning"
   */
  severity?: AlertSeverity | undefined;
}

/** Uptime checks from outside. */
export interface UptimeSettings {
  /**
   * Who asks: `route53` or `checkly`, and nobody beside it.
   * @default "route53"
   */
  vendor?: UptimeVendor | undefined;
  /** How Checkly asks, where it is the vendor. */
  checkly?: ChecklyArgs | undefined;
  /** Checks by name; the name stands in the resource's name. */
  checks: Record<string, CheckArgs>;
  /** What a check says when it says nothing itself. */
  defaults?: CheckSettings | undefined;
  /**
   * One check over all others, or false for none. Checkly has none.
   * @default {}
   */
  overall?: false | OverallArgs | undefined;
  /** Availability promised for each service, in percent of a month: above 90, below 100. */
  objectives?: Record<string, number> | undefined;
  /**
   * Scripts that read answers from inside AWS, or false for none.
   * @default false
   */
  canary?: false | CanaryArgs | undefined;
}

/** Whose the checks are, and where it says what to do when one fails. */
export interface UptimeContext {
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for the checks: a team or an address. Stands in every alarm's description. */
  owner: string;
  /** Address of the pages that say what to do; an alarm names the page `uptime` there. */
  runbooks: string;
}

/** What a key that is left out means. */
export const defaults = {
  check: {
    resourcePath: "/api/health",
    port: 443,
    requestInterval: 30,
    failureThreshold: 2,
    measureLatency: false,
    severity: "critical",
  },
  expects: { status: 200 },
  overall: { objective: 99.9, severity: "warning" },
} as const;
