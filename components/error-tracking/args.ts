import type { ErrorEventMode } from "../../catalogue/error-tracking";
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

/** Errors at Sentry, which the app's own SDK reports to. */
export interface SentryErrorSettings extends ErrorSettings {
  kind: "sentry";
}

/** Where errors go: one place for each stack. */
export type ErrorTrackingSettings = DatabaseErrorSettings | SentryErrorSettings;

/** What a key that is left out means. */
export const defaults = { repeatHours: 24 } as const;
