import type { RumTelemetry } from "../../catalogue/web-vitals";
import type { Tier } from "../../core/profile";

/** What browsers of real visitors measure, and send to AWS RUM. */
export interface WebVitalsSettings {
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for it: a team or an address. */
  owner: string;
  /** Region of AWS that takes the measurements, which is the provider's: `ca-central-1`. */
  region: string;
  /** Hosts whose pages may send, 1 to 5: what comes from others is turned away. */
  domains: string[];
  /**
   * Part of the visits that are measured, above 0 and at most 1. Each event is billed.
   * @default 0.1
   */
  sampleRate?: number | undefined;
  /**
   * What is measured: `performance`, which are the web vitals and the time of loading, and `http`, the requests that pages
   * make. Errors go to the error tracking.
   * @default ["performance"]
   */
  telemetries?: RumTelemetry[] | undefined;
  /**
   * Whether browsers keep two cookies, which tell visitors and sessions apart. In many countries they have to be asked first.
   * @default false
   */
  cookies?: boolean | undefined;
  /**
   * Whether requests of pages are traced by X-Ray, which is billed by itself.
   * @default false
   */
  tracing?: boolean | undefined;
  /**
   * Whether the app may send events of its own.
   * @default false
   */
  customEvents?: boolean | undefined;
  /**
   * Whether what is sent goes to CloudWatch Logs too, billed as logs are. Otherwise it is gone after 30 days, but for the
   * metrics.
   * @default false
   */
  keepLogs?: boolean | undefined;
  /**
   * Name of the app's variable that carries what its client needs, as JSON. Browsers read it.
   * @default "NEXT_PUBLIC_WEB_VITALS"
   */
  variable?: string | undefined;
}
