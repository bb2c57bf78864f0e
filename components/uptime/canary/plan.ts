/** What a canary asks of one host. It travels as JSON beside the script. */
export interface Target {
  /** Host as users write it: in the TLS handshake, in the Host header and on the certificate. */
  host: string;
  /** Another host that answers for it, such as the standby of a DNS failover. Left out, what DNS says. */
  connectTo?: string;
  port: number;
  path: string;
  /** HTTP status that means all is well. */
  status: number;
  /** Where a redirect must lead: a host. */
  redirect?: string;
  /** Whether the body is a health report: status, time, version and the state of each check. */
  health: boolean;
  /** Response headers that must be there; an empty text stands for any value. */
  headers: Record<string, string>;
}

/** One request of the smoke suite. */
export interface SmokeRequest {
  /** What it proves, in a few words. */
  name: string;
  host: string;
  port: number;
  path: string;
  method: "GET" | "POST";
  /** Sent as JSON. A text that is `$CREDENTIAL` becomes the test credential. */
  body?: unknown;
  /** Whether it carries the test credential as a bearer token. */
  authenticated: boolean;
  /** HTTP status that means all is well. */
  status: number;
}

/** Everything that the canaries of a stack ask. */
export interface CanaryPlan {
  targets: Target[];
  /** Days that a certificate must still be valid. */
  certificateDays: number;
  smoke: SmokeRequest[];
}

/** Which part of the plan a canary carries out: each has an alarm and an interval of its own. */
export const canaryParts = ["health", "certificates", "smoke"] as const;
export type CanaryPart = (typeof canaryParts)[number];
