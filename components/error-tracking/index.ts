import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { errorMigrations } from "../../render/error-tables";
import { Component, refuse } from "../component";
import { digestOf } from "../digest";
import type { ErrorTrackingSettings } from "./args";
import { errorTrackingProblems } from "./problems";
import { notifierVariables } from "./spec";

export * from "./args";

export type ErrorTrackingArgs = ErrorTrackingSettings;

// Requirement: CONF-01, ALRT-06, ALRT-07, DB-15, ENV-19
/**
 * Where errors of the product go: into a table of the stack's own database, with mail when there are new ones, or to
 * Sentry. Exactly one of them: parts of the other are refused.
 *
 * It declares nothing in a cloud by itself. The table is a migration, which `groundwork render` writes; the edge function
 * that mails is declared by `Database`, which holds it to its plan and checks its callers; Sentry is reached by the app.
 *
 * @example
 * new ErrorTracking("errors", {
 *   kind: "database", product: "shop", tier: "dev", events: "drop",
 * });
 *
 * @example
 * const errors = new ErrorTracking("errors", {
 *   kind: "database",
 *   product: "shop",
 *   tier: "prod",
 *   events: "send",
 *   mail: { from: "Errors <errors@example.com>", to: ["platform@example.com"], repeatHours: 12 },
 *   functionSecrets: ["RESEND_API_KEY"],
 * });
 * new Database("db", {
 *   name: "shop",
 *   organizationId: "acme",
 *   region: "ca-central-1",
 *   functions: { "error-notifier": { entrypoint: "supabase/functions/error-notifier/index.ts" } },
 *   functionSecretValues: {
 *     ...errors.functionVariables,
 *     RESEND_API_KEY: config.requireSecret("resendApiKey"),
 *   },
 * });
 *
 * @example
 * new ErrorTracking("errors", {
 *   kind: "sentry",
 *   product: "shop",
 *   tier: "prod",
 *   events: "send",
 *   variables: ["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"],
 *   thirdParties: ["sentry"],
 * });
 */
export class ErrorTracking extends Component {
  /** What the notifier reads from its environment, by name; its key comes from the stack's secrets. */
  readonly functionVariables: Record<string, string>;
  /** Digest of each migration by its file. */
  readonly migrations: Record<string, string>;

  constructor(name: string, args: ErrorTrackingArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse(name, errorTrackingProblems(args));
    super(tokens.errorTracking, name, { ...args }, opts);
    this.functionVariables = notifierVariables(args);
    const digests = errorMigrations(args).map(digestOf);
    this.migrations = Object.fromEntries(digests.map(({ file, sha256 }) => [file, sha256]));
    this.registerOutputs({ migrations: this.migrations });
  }
}
