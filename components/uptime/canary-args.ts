/** One request of the smoke suite, by HTTPS. */
export interface SmokeRequestArgs {
  /** Host that is asked: a bare name. */
  host: string;
  /** Path, with query where there is one. */
  path: string;
  /**
   * HTTP method: `GET` or `POST`.
   * @default "GET"
   */
  method?: "GET" | "POST" | undefined;
  /** Sent as JSON. A value that is `$CREDENTIAL` becomes the test credential. */
  body?: Record<string, string> | undefined;
  /**
   * Whether it carries the test credential as a bearer token.
   * @default false
   */
  authenticated?: boolean | undefined;
  /**
   * HTTP status that means all is well.
   * @default 200
   */
  status?: number | undefined;
}

/** Requests as a user makes them, with the credential of a test account: what they make, they make each time. */
export interface SmokeArgs {
  /** Name of the secret that holds the credential of the test account. */
  secret: string;
  /**
   * Minutes between two runs, 5 to 60.
   * @default 60
   */
  interval?: number | undefined;
  /** Requests by what they prove, sent in the order of their keys. */
  requests: Record<string, SmokeRequestArgs>;
}

/** Scripts on CloudWatch Synthetics that ask every host of `checks` and read the answer. */
export interface CanaryArgs {
  /**
   * Minutes between two runs that ask for health, 1 to 60.
   * @default 5
   */
  interval?: number | undefined;
  /**
   * Days that a certificate must still be valid, 1 to 90. Asked every hour.
   * @default 21
   */
  certificateDays?: number | undefined;
  /**
   * Version of the Synthetics runtime, with Node.js. AWS retires old ones.
   * @default "syn-nodejs-puppeteer-15.0"
   */
  runtimeVersion?: string | undefined;
  /**
   * Name of the bucket for scripts and what runs leave behind, unique in all of AWS.
   * @default "<product>-<tier>-canary"
   */
  bucket?: string | undefined;
  /**
   * Days that what runs leave behind is kept, 1 to 455.
   * @default 31
   */
  artifactDays?: number | undefined;
  /** The smoke suite; left out, there is none. */
  smoke?: SmokeArgs | undefined;
}

/** What a key that is left out means. */
export const canaryDefaults = {
  interval: 5,
  /** Minutes. The longest that Synthetics takes as a rate. */
  certificateInterval: 60,
  smokeInterval: 60,
  certificateDays: 21,
  artifactDays: 31,
  method: "GET",
  status: 200,
} as const;
