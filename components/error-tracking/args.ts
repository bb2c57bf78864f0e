import type { ErrorEventMode, SentryPlan } from "../../catalogue/error-tracking";
import type { Tier } from "../../core/profile";

/** What every stack says of its errors. */
export interface ErrorSettings {
  /** The product, which stands in mails. */
  product: string;
  /** The tier, which stands in mails. */
  tier: Tier;
  /** Whether the app and the services report errors, or drop them where they happen. */
  events: ErrorEventMode;
  /**
   * Names of the variables that the app gets. Not one may be Sentry's, or three have to be.
   * @default []
   */
  variables?: string[] | undefined;
  /**
   * Services that pages may talk to.
   * @default []
   */
  thirdParties?: string[] | undefined;
  /**
   * Names of the secrets that edge functions get.
   * @default []
   */
  functionSecrets?: string[] | undefined;
}

/** Who is told of new errors. */
export interface ErrorMail {
  /** Sender: `errors@example.com`, or `Errors <errors@example.com>`. Its domain is verified at Resend. */
  from: string;
  /** Who is told: 1 to 50 addresses, as many as Resend takes. */
  to: string[];
  /**
   * Hours in which the same error is not told again, 1 to 168.
   * @default 24
   */
  repeatHours?: number | undefined;
}

/** Errors in a table of the stack's own database. */
export interface DatabaseErrorSettings extends ErrorSettings {
  kind: "database";
  /** Who is told of new errors. Left out, nobody: they are only kept. */
  mail?: ErrorMail | undefined;
}

/** Which errors the team is mailed about. */
export interface SentryAlertsArgs {
  /**
   * Minutes in which one error is told at most once, 5 to 43200.
   * @default 30
   */
  frequencyMinutes?: number | undefined;
  /**
   * Times in an hour from which on an error is told though it is known, 1 to 1000000.
   * @default 100
   */
  eventsPerHour?: number | undefined;
}

/** Errors at Sentry, which the app's own SDK reports to. */
export interface SentryErrorSettings extends ErrorSettings {
  kind: "sentry";
  /**
   * Slug of the organization at Sentry. Given, the stack has its own project there, and the app gets its address as
   * SENTRY_DSN. Left out, a person makes the project and registers SENTRY_DSN.
   */
  organization?: string | undefined;
  /**
   * Slug of a team of the organization, which is there already. Left out, one called as the project is made: people
   * join it at Sentry.
   */
  team?: string | undefined;
  /**
   * Slug of the project: small letters, digits, hyphens and underscores, at most 50.
   * @default "<product>-<tier>"
   */
  project?: string | undefined;
  /**
   * What the project is about, in Sentry's word for it.
   * @default "javascript-nextjs"
   */
  platform?: string | undefined;
  /**
   * Whether Pulumi refuses to delete the project and the errors in it.
   * @default false
   */
  protect?: boolean | undefined;
  /**
   * Which errors the team is mailed about, or false for none.
   * @default {}
   */
  alerts?: false | SentryAlertsArgs | undefined;
  /**
   * Part of the traces that are sent, 0 to 1.
   * @default 1
   */
  tracesSampleRate?: number | undefined;
  /**
   * The environment that errors are sorted by.
   * @default the tier, where an organization is given
   */
  environment?: string | undefined;
  /**
   * The organization's plan: `developer`, `team` or `business`. Prices follow from it.
   * @default "team"
   */
  plan?: SentryPlan | undefined;
  /** The release that errors are tied to, such as `shop@1.4.0` or a commit. Left out, the app's variables say it. */
  release?: string | undefined;
}

/** Where errors go: one place for each stack. */
export type ErrorTrackingSettings = DatabaseErrorSettings | SentryErrorSettings;

/** What a key that is left out means. */
export const defaults = {
  repeatHours: 24,
  platform: "javascript-nextjs",
  alerts: { frequencyMinutes: 30, eventsPerHour: 100 },
} as const;
