import {
  type ChecklyFrequency,
  type ChecklyLocation,
  type ChecklyPlan,
  defaultChecklyPlan,
} from "../../catalogue/checkly";

/** How Checkly asks, where it is the vendor. */
export interface ChecklyArgs {
  /**
   * Minutes between two runs of a check: 1, 5, 10, 15, 30, 60, 720 or 1440. Each location's run counts.
   * @default 1
   */
  everyMinutes?: ChecklyFrequency | undefined;
  /**
   * From where it asks: `us-east-1`. Plans below Team have six locations.
   * @default ["us-east-1", "eu-central-1", "ap-southeast-2"]
   */
  locations?: ChecklyLocation[] | undefined;
  /**
   * Milliseconds from which on an answer is too slow, which tells of it, 1 to 30000.
   * @default 3000
   */
  degradedMs?: number | undefined;
  /**
   * Milliseconds from which on an answer counts as none, 1 to 30000.
   * @default 10000
   */
  maxMs?: number | undefined;
  /**
   * Days before its end from which on a certificate is told of, 1 to 30.
   * @default 21
   */
  certificateDays?: number | undefined;
  /** The check in a browser, or false for none. */
  page?: false | PageArgs | undefined;
  /**
   * The account's plan: `hobby`, `starter` or `team`. Locations and prices follow from it.
   * @default "team"
   */
  plan?: ChecklyPlan | undefined;
}

/** The main page, opened in a browser. */
export interface PageArgs {
  /**
   * Name of the check whose host has the page.
   * @default the first check that expects no redirect
   */
  check?: string | undefined;
  /**
   * Path of the page; begins with `/`.
   * @default "/"
   */
  path?: string | undefined;
  /**
   * Minutes between two runs: 1, 5, 10, 15, 30, 60, 720 or 1440.
   * @default 10
   */
  everyMinutes?: ChecklyFrequency | undefined;
}

/** What a key that is left out means. */
export const checklyDefaults = {
  everyMinutes: 1,
  locations: ["us-east-1", "eu-central-1", "ap-southeast-2"],
  degradedMs: 3000,
  maxMs: 10_000,
  certificateDays: 21,
  pageEveryMinutes: 10,
  plan: defaultChecklyPlan,
} as const;
